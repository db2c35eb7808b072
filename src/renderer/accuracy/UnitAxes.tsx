import type { ReactNode } from 'react'
import { useRem } from '../page/use-rem'
import { useWidth } from '../page/use-width'
import { useWords } from '../use-words'

/** From shares to the picture's pixels. */
export interface UnitScale {
  x: (share: number) => number
  y: (share: number) => number
  sizePx: number
}

interface UnitAxesProps {
  /** The whole picture in words. */
  label: string
  xTitle: string
  yTitle: string
  children: (scale: UnitScale) => ReactNode
}

const WIDEST_REM = 28
const LEFT_REM = 2.5
const BELOW_REM = 1.75
const EDGE_REM = 1
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** A square from 0 to 1 both ways, its axes counted of a hundred. */
export function UnitAxes({ label, xTitle, yTitle, children }: UnitAxesProps) {
  const words = useWords()
  const [ref, width] = useWidth<HTMLDivElement>()
  const rem = useRem()
  const sizePx = Math.min(width, WIDEST_REM * rem) - (LEFT_REM + EDGE_REM) * rem
  const scale: UnitScale = {
    sizePx,
    x: (share) => LEFT_REM * rem + share * sizePx,
    y: (share) => EDGE_REM * rem + (1 - share) * sizePx
  }
  return (
    <div ref={ref} className="w-full max-w-[28rem] min-w-0">
      <p className="text-muted">{yTitle}</p>
      {sizePx > 0 && (
        <svg
          width={sizePx + (LEFT_REM + EDGE_REM) * rem}
          height={sizePx + (EDGE_REM + BELOW_REM) * rem}
          role="img"
          aria-label={label}
          className="block text-sm"
        >
          {TICKS.map((tick) => (
            <g key={tick}>
              <line x1={scale.x(0)} x2={scale.x(1)} y1={scale.y(tick)} y2={scale.y(tick)} className="stroke-line" />
              <line x1={scale.x(tick)} x2={scale.x(tick)} y1={scale.y(0)} y2={scale.y(1)} className="stroke-line" />
              <text x={scale.x(0) - 0.4 * rem} y={scale.y(tick) + 0.3 * rem} textAnchor="end" className="fill-muted">
                {words.accuracy.tick(tick)}
              </text>
              <text x={scale.x(tick)} y={scale.y(0) + 1.25 * rem} textAnchor="middle" className="fill-muted">
                {words.accuracy.tick(tick)}
              </text>
            </g>
          ))}
          {children(scale)}
        </svg>
      )}
      <p className="text-right text-muted">{xTitle}</p>
    </div>
  )
}
