import { useMemo } from 'react'
import type { Beat } from '../../core/picture'
import { leastGapS, markDetail } from '../../drawing/beat-marks'
import { type TimeView, timeToX } from '../../drawing/time-view'
import { useWords } from '../use-words'
import { cycleTimes } from './cycle-times'

interface BeatMarksProps {
  beats: readonly Beat[]
  view: TimeView
  heightPx: number
}

/** Triangles that stand on the upper edge and point at the sound. */
const SHAPE = 'M-4.5 1h9l-4.5 8Z'
/** Where a name begins beside its mark, and how far it may reach. */
const NAME = { x: 8, endX: 30, y: 12 }

/** Where the network hears the first and the second sound of each beat: S1 filled, S2 hollow. */
export function BeatMarks({ beats, view, heightPx }: BeatMarksProps) {
  const words = useWords()
  const gapS = useMemo(() => leastGapS(beats), [beats])
  const detail = markDetail(gapS, view.pxPerS)
  const marks = beats.flatMap(({ s1S, s2S }) => [
    { timeS: s1S, x: timeToX(s1S, view), name: words.picture.s1, isFirst: true },
    { timeS: s2S, x: timeToX(s2S, view), name: words.picture.s2, isFirst: false }
  ])
  return (
    <svg
      width={view.widthPx}
      height={heightPx}
      role="img"
      aria-label={words.picture.beatsDescription(beats.length, cycleTimes(beats))}
      className="pointer-events-none absolute inset-0 overflow-hidden text-sm"
    >
      {marks
        .filter(({ x }) => x > -NAME.endX && x < view.widthPx + NAME.x)
        .map(({ timeS, x, name, isFirst }) => (
          <g key={timeS} transform={`translate(${x.toFixed(1)} 0)`}>
            {detail === 'stroke' ? (
              <line y2={isFirst ? 8 : 4} className="stroke-text" strokeWidth={1} />
            ) : (
              <Mark isFirst={isFirst} heightPx={heightPx} />
            )}
            {detail === 'name' && x >= -NAME.x && x + NAME.endX <= view.widthPx && (
              <text x={NAME.x} y={NAME.y} className="fill-text stroke-raised [paint-order:stroke]" strokeWidth={3}>
                {name}
              </text>
            )}
          </g>
        ))}
    </svg>
  )
}

function Mark({ isFirst, heightPx }: { isFirst: boolean; heightPx: number }) {
  return (
    <>
      <line y1={8} y2={heightPx} className="stroke-muted" strokeWidth={1} opacity={0.5} />
      <path
        d={SHAPE}
        className={isFirst ? 'fill-text stroke-text' : 'fill-raised stroke-text'}
        strokeWidth={1.25}
        strokeLinejoin="round"
      />
    </>
  )
}

/** What the triangles are, and how far to trust them. */
export function BeatLegend({ beats }: { beats: readonly Beat[] }) {
  const words = useWords()
  if (beats.length === 0) return <p>{words.picture.noBeats}</p>
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      <Key name={words.picture.s1} className="fill-text" />
      <Key name={words.picture.s2} className="fill-raised" />
      <span>{words.picture.beatsLong}</span>
    </p>
  )
}

function Key({ name, className }: { name: string; className: string }) {
  return (
    <span className="flex items-center gap-1">
      <svg width={12} height={12} viewBox="-6 -1 12 12" aria-hidden="true">
        <path d={SHAPE} className={`stroke-text ${className}`} strokeWidth={1.25} strokeLinejoin="round" />
      </svg>
      {name}
    </span>
  )
}
