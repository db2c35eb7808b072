import type { Answer } from '../core/analysis'
import { OUTCOME_LOOK } from './outcome-look'
import { scoreTrack } from './score-track'
import type { Shape } from './shape'

/** Of the whole drawing, CSS pixels. */
export const SCORE_MOVE_SIZE = { widthPx: 200, heightPx: 32 }

const INSET = 8
const TRACK = { y: 16, height: 8 }
/** Less than this and an arrow would be all head. */
const SHORTEST_ARROW = 8

type Shown = Pick<Answer, 'abnormalProbability' | 'outcome' | 'cannotTell'>

/** The score before, hollow, and after, filled, on the answer's scale. */
export function scoreMove(before: Pick<Shown, 'abnormalProbability'>, after: Shown): Shape[] {
  const at = (score: number) => INSET + score * (SCORE_MOVE_SIZE.widthPx - 2 * INSET)
  const { low, high } = after.cannotTell
  const [from, to] = [at(before.abnormalProbability), at(after.abnormalProbability)]
  const cy = TRACK.y + TRACK.height / 2
  const side = to > from ? 1 : -1
  const arrow: Shape = {
    tag: 'path',
    attributes: { d: `M${from} 6H${to}m${-4 * side} -4l${4 * side} 4l${-4 * side} 4`, 'stroke-width': 1.5 },
    stroke: 'text'
  }
  return [
    ...scoreTrack({ startX: at(0), endX: at(1), band: { startX: at(low), endX: at(high) }, ...TRACK }),
    ...(Math.abs(to - from) >= SHORTEST_ARROW ? [arrow] : []),
    { tag: 'circle', attributes: { cx: from, cy, r: 5, 'stroke-width': 1.5 }, fill: 'raised', stroke: 'text' },
    {
      tag: 'circle',
      attributes: { cx: to, cy, r: 5, 'stroke-width': 1 },
      fill: OUTCOME_LOOK[after.outcome].role,
      stroke: 'raised'
    }
  ]
}
