import type { BandEdges } from '../../core/model-card'
import { hertzTicks } from '../../drawing/mel-axis'
import { useWords } from '../use-words'

/** Left of the spectrogram: round frequencies where the mel bands put them. */
export function HertzAxis({
  bands,
  heightPx,
  widthPx
}: {
  bands: readonly BandEdges[]
  heightPx: number
  widthPx: number
}) {
  const words = useWords()
  return (
    <svg width={widthPx} height={heightPx} aria-hidden="true" className="block overflow-visible text-sm">
      {hertzTicks(bands, 26 / heightPx).map(({ hertz, height }) => {
        const y = heightPx * (1 - height)
        return (
          <g key={hertz}>
            <line x1={widthPx - 5} x2={widthPx} y1={y} y2={y} className="stroke-edge" />
            <text x={widthPx - 8} y={Math.max(10, y + 5)} textAnchor="end" className="fill-muted">
              {words.picture.hertz(hertz)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
