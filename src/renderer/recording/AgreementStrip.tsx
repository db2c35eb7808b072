import { Toolbar } from 'radix-ui'
import type { Answer, WindowAnalysis } from '../../core/analysis'
import { useWords } from '../use-words'
import { AgreementWindow } from './AgreementWindow'

interface AgreementStripProps {
  windows: readonly WindowAnalysis[]
  answer: Pick<Answer, 'cannotTell' | 'reason'>
  /** Length of a window, seconds. */
  windowS: number
  durationS: number
  onChoose: (startS: number, endS: number) => void
}

/** Lowest and highest place of a mark, percent of the strip's height: no mark is cut off. */
const FLOOR = 10
const RANGE = 80

/**
 * The score of each window over time, on the gauge's own scale turned upright; choosing one selects it to hear.
 *
 * One stop for the Tab key, however many windows there are; the arrows go from one to the next.
 */
export function AgreementStrip({ windows, answer, windowS, durationS, onChoose }: AgreementStripProps) {
  const words = useWords()
  const usable = windows.filter(({ isUsable }) => isUsable).length
  const { low, high } = answer.cannotTell
  // What is refused may be looked at, but takes no side.
  const isRefused = answer.reason !== null && answer.reason !== 'between'
  return (
    <section aria-labelledby="agreement">
      <div className="mb-1 flex flex-wrap justify-between gap-x-4">
        <h3 id="agreement" className="font-medium">
          {words.agreement.title}
        </h3>
        <span className="text-muted">
          {words.agreement.summary(usable, windows.length)} · {words.agreement.hint}
        </span>
      </div>
      <div className="relative h-12 rounded-control bg-sunken">
        <svg className="absolute inset-0 size-full" preserveAspectRatio="none" viewBox="0 0 100 100" aria-hidden="true">
          <rect
            x="0"
            y={100 - FLOOR - RANGE * high}
            width="100"
            height={RANGE * (high - low)}
            className="fill-unclear"
            opacity="0.16"
          />
        </svg>
        <Toolbar.Root aria-labelledby="agreement" className="absolute inset-0 flex">
          {windows.map((window) => (
            <AgreementWindow
              key={window.startS}
              window={window}
              endS={Math.min(durationS, window.startS + windowS)}
              heightPercent={FLOOR + RANGE * window.abnormalProbability}
              band={answer.cannotTell}
              isRefused={isRefused}
              onChoose={onChoose}
            />
          ))}
        </Toolbar.Root>
      </div>
    </section>
  )
}
