import type { Estimate, Metric } from '../../core/model-card'
import { ticksBetween } from '../../drawing/axis-ticks'
import { useRem } from '../page/use-rem'
import { useWidth } from '../page/use-width'
import { useWords } from '../use-words'
import { homeAndAway } from './figure-tables'

const ROW_REM = 2.5
const LABEL_REM = 5.75
const EDGE_REM = 1
const TOP_REM = 1.5
const AXIS_REM = 1.75
/** Home and away of one database stand so far above and below the middle of their row. */
const APART_REM = 0.45
const COIN = 0.5

const HOME = 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z'
const AWAY = 'M0 -6.5l6.5 6.5l-6.5 6.5l-6.5 -6.5Z'

/** AUC of each database, by a network that knows it and by one that never heard it. */
export function AwayPlot({ metrics }: { metrics: readonly Metric[] }) {
  const words = useWords()
  const { away: text } = words.accuracy
  const [ref, width] = useWidth<HTMLDivElement>()
  const rem = useRem()
  const rows = homeAndAway(metrics)
  const lowest = Math.min(COIN, ...rows.flatMap(({ home, away }) => [home?.low ?? 1, away?.low ?? 1]))
  const low = Math.floor(lowest * 10) / 10
  const plotPx = width - (LABEL_REM + EDGE_REM) * rem
  const x = (value: number) => LABEL_REM * rem + (plotPx * (value - low)) / (1 - low)
  const bottom = TOP_REM * rem + rows.length * ROW_REM * rem
  const { values, digits } = ticksBetween(low, 1, Math.max(1, plotPx / (3 * rem)))
  return (
    <figure>
      <h3 className="mb-2 font-medium">{text.title}</h3>
      <ul className="mb-2 flex flex-wrap gap-x-6 gap-y-1">
        <Key shape={HOME} isFilled text={text.home} />
        <Key shape={AWAY} isFilled={false} text={text.away} />
      </ul>
      <div ref={ref} className="max-w-3xl">
        {plotPx > 0 && (
          <svg
            width={width}
            height={bottom + AXIS_REM * rem}
            role="img"
            aria-label={text.description(rows.map(({ data, home, away }) => text.row(data, home, away)))}
            className="block text-sm"
          >
            {values.map((value) => (
              <g key={value}>
                <line x1={x(value)} x2={x(value)} y1={TOP_REM * rem} y2={bottom} className="stroke-line" />
                <text x={x(value)} y={bottom + 1.25 * rem} textAnchor="middle" className="fill-muted">
                  {words.numbers.decimal(value, digits)}
                </text>
              </g>
            ))}
            <text x={0} y={bottom + 1.25 * rem} className="fill-muted">
              {text.axis}
            </text>
            <line
              x1={x(COIN)}
              x2={x(COIN)}
              y1={TOP_REM * rem}
              y2={bottom}
              className="stroke-text"
              strokeDasharray="1 4"
              strokeWidth={1.5}
            />
            <text x={x(COIN)} y={1.1 * rem} textAnchor="middle" className="fill-muted">
              {text.coin}
            </text>
            {rows.map(({ data, home, away }, row) => {
              const y = (TOP_REM + (row + 0.5) * ROW_REM) * rem
              return (
                <g key={data}>
                  <line
                    x1={0}
                    x2={x(1)}
                    y1={y + 0.5 * ROW_REM * rem}
                    y2={y + 0.5 * ROW_REM * rem}
                    className="stroke-line"
                  />
                  <text x={0} y={y + 0.3 * rem} className="fill-text">
                    {data}
                  </text>
                  {home && <Mark estimate={home} x={x} y={y - APART_REM * rem} shape={HOME} isFilled />}
                  {away && <Mark estimate={away} x={x} y={y + APART_REM * rem} shape={AWAY} isFilled={false} />}
                </g>
              )
            })}
          </svg>
        )}
      </div>
      <figcaption className="mt-2">{text.explained}</figcaption>
    </figure>
  )
}

interface MarkProps {
  estimate: Estimate
  x: (value: number) => number
  y: number
  shape: string
  isFilled: boolean
}

function Mark({ estimate: { value, low, high }, x, y, shape, isFilled }: MarkProps) {
  return (
    <g className="stroke-text" strokeWidth={1.5}>
      <line x1={x(low)} x2={x(high)} y1={y} y2={y} />
      <path d={shape} transform={`translate(${x(value)} ${y})`} className={isFilled ? 'fill-text' : 'fill-raised'} />
    </g>
  )
}

function Key({ shape, isFilled, text }: { shape: string; isFilled: boolean; text: string }) {
  return (
    <li className="flex items-center gap-2">
      <svg width={16} height={16} aria-hidden="true" className="stroke-text" strokeWidth={1.5}>
        <path d={shape} transform="translate(8 8)" className={isFilled ? 'fill-text' : 'fill-raised'} />
      </svg>
      {text}
    </li>
  )
}
