import { Play } from 'lucide-react'
import { useMemo } from 'react'
import type { AveragedSummary } from '../../core/cycle/averaged-beat'
import type { MarkedBeat, Picture } from '../../core/picture'
import { averagedBeatShape, type BeatPart } from '../../drawing/averaged-beat'
import { tickAnchor, ticksBetween } from '../../drawing/axis-ticks'
import { Button } from '../controls/Button'
import { useRem } from '../page/use-rem'
import { useWidth } from '../page/use-width'
import { useWords } from '../use-words'

interface AveragedBeatProps {
  picture: Picture<'averaged-beat'>
  /** Those that it was made of. */
  beats: readonly MarkedBeat[]
  summary: AveragedSummary
  onHear: (place: number) => void
}

const HEIGHT_REM = 9
const ABOVE_REM = 1.5
const BELOW_REM = 1.5
const TICK_REM = 4.5

/** The sounds stand out from the pauses. */
const GROUND: Record<BeatPart, string> = {
  s1: 'fill-line',
  systole: 'fill-sunken',
  s2: 'fill-line',
  diastole: 'fill-sunken'
}

/** Loudness over one beat, all beats laid over each other on S1, its four parts shaded. */
export function AveragedBeat({ picture, beats, summary, onHear }: AveragedBeatProps) {
  const words = useWords()
  const [ref, width] = useWidth<HTMLDivElement>()
  const rem = useRem()
  const height = HEIGHT_REM * rem
  const top = ABOVE_REM * rem
  const shape = useMemo(() => averagedBeatShape(picture, beats, width, height), [picture, beats, width, height])
  const ticks = ticksBetween(shape.fromS, shape.toS, width / (TICK_REM * rem))
  return (
    <figure className="min-w-0">
      <h3 className="font-medium">{words.cycle.averaged}</h3>
      <div ref={ref} className="mt-2">
        {width > 0 && (
          <svg
            width={width}
            height={height + top + BELOW_REM * rem}
            role="img"
            aria-label={words.cycle.description(summary.used)}
            className="block text-sm"
          >
            {shape.parts.map(({ part, fromPx, toPx }) => (
              <g key={fromPx}>
                <rect x={fromPx} y={top} width={toPx - fromPx} height={height} className={GROUND[part]} />
                <text x={(fromPx + toPx) / 2} y={rem} textAnchor="middle" className="fill-muted">
                  {toPx - fromPx > words.cycle.parts[part].length * 0.5 * rem ? words.cycle.parts[part] : ''}
                </text>
              </g>
            ))}
            <g transform={`translate(0 ${top})`}>
              <path d={shape.area} className="fill-accent" opacity="0.25" />
              <path d={shape.line} fill="none" className="stroke-accent" strokeWidth={2} />
            </g>
            {ticks.values.map((lagS) => {
              const label = words.numbers.integer(1000 * lagS)
              return (
                <text
                  key={lagS}
                  x={shape.xOf(lagS)}
                  y={top + height + 1.1 * rem}
                  textAnchor={tickAnchor(shape.xOf(lagS), label, width)}
                  className="fill-muted"
                >
                  {label}
                </text>
              )
            })}
          </svg>
        )}
      </div>
      <figcaption>
        <p className="text-muted">
          {words.cycle.loudness} · {words.cycle.fromS1}
        </p>
        <p className="mt-2">{words.cycle.madeOf(summary.used, summary.leftOut.length)}</p>
        <Button look="quiet" className="mt-1 -ml-3" onClick={() => onHear(summary.mostUnlike)}>
          <Play size="1.125rem" strokeWidth={1.5} aria-hidden />
          {words.cycle.hearUnlike}
        </Button>
      </figcaption>
    </figure>
  )
}
