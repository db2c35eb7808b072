import { tickAnchor, ticksBetween } from '../../drawing/axis-ticks'
import { type TimeView, timeToX, xToTime } from '../../drawing/time-view'
import { useWords } from '../use-words'

const LEAST_GAP_PX = 72

/** Seconds below the pictures. */
export function TimeAxis({ view }: { view: TimeView }) {
  const words = useWords()
  const { values, digits } = ticksBetween(xToTime(0, view), xToTime(view.widthPx, view), view.widthPx / LEAST_GAP_PX)
  return (
    <svg width={view.widthPx} height={24} aria-hidden="true" className="block text-sm">
      {values.map((value) => {
        const x = timeToX(value, view)
        const label = words.picture.tick(value, digits)
        return (
          <g key={value}>
            <line x1={x} x2={x} y1={0} y2={5} className="stroke-edge" />
            <text x={x} y={19} textAnchor={tickAnchor(x, label, view.widthPx)} className="fill-muted">
              {label}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
