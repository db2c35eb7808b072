import type { Answer } from '../../core/analysis'
import { OUTCOME_LOOK } from '../recording/outcome-look'
import { ScoreTrack } from '../recording/ScoreTrack'

const WIDTH = 200
const INSET = 8
const TRACK = { y: 16, height: 8 }
/** Less than this and an arrow would be all head. */
const SHORTEST_ARROW = 8

/** The score before, hollow, and after, filled, on the answer's scale. The sentence beside it says the same. */
export function ScoreMove({ before, after }: { before: Answer; after: Answer }) {
  const x = (score: number) => INSET + score * (WIDTH - 2 * INSET)
  const { low, high } = after.cannotTell
  const [from, to] = [x(before.abnormalProbability), x(after.abnormalProbability)]
  const middle = TRACK.y + TRACK.height / 2
  const side = to > from ? 1 : -1
  return (
    <svg width={WIDTH} height={32} aria-hidden="true" className="shrink-0">
      <ScoreTrack startX={x(0)} endX={x(1)} band={{ startX: x(low), endX: x(high) }} {...TRACK} />
      {Math.abs(to - from) >= SHORTEST_ARROW && (
        <path
          d={`M${from} 6H${to}m${-4 * side} -4l${4 * side} 4l${-4 * side} 4`}
          className="stroke-text"
          strokeWidth={1.5}
          fill="none"
        />
      )}
      <circle cx={from} cy={middle} r={5} className="fill-raised stroke-text" strokeWidth={1.5} />
      <g className={OUTCOME_LOOK[after.outcome].text}>
        <circle cx={to} cy={middle} r={5} fill="currentColor" className="stroke-raised" strokeWidth={1} />
      </g>
    </svg>
  )
}
