import type { Answer } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import { gauge } from '../../drawing/gauge'
import { useRem } from '../page/use-rem'
import { useWidth } from '../page/use-width'
import { useWords } from '../use-words'
import { Shapes } from './Shapes'

const NARROWEST_PX = 200

/** The scale from normal-like to abnormal-like, as wide as there is room. */
export function Gauge({ answer }: { answer: Answer }) {
  const words = useWords()
  const [ref, measured] = useWidth<HTMLDivElement>()
  const width = Math.max(NARROWEST_PX, measured)
  const { shapes, heightPx } = gauge(answer, words.gauge.labels(answer), width, useRem())
  return (
    <div ref={ref} className="w-full">
      <svg
        width={width}
        height={heightPx}
        role="img"
        aria-label={words.gauge.description(answer, refusalOf(answer) !== null)}
        className="block max-w-full overflow-visible"
      >
        <Shapes shapes={shapes} />
      </svg>
    </div>
  )
}
