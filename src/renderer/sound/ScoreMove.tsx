import type { MovedAnswer } from '../../core/tuning'
import { SCORE_MOVE_SIZE, scoreMove } from '../../drawing/score-move'
import { Shapes } from '../recording/Shapes'

/** How the score moved, as a picture. The sentence beside it says the same. */
export function ScoreMove({ before, after }: { before: MovedAnswer; after: MovedAnswer }) {
  const { widthPx, heightPx } = SCORE_MOVE_SIZE
  return (
    <svg width={widthPx} height={heightPx} aria-hidden="true" className="shrink-0">
      <Shapes shapes={scoreMove(before, after)} />
    </svg>
  )
}
