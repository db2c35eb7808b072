import type { Answer } from '../../core/analysis'
import { SCORE_MOVE_SIZE, scoreMove } from '../../drawing/score-move'
import { Shapes } from '../recording/Shapes'

/** How the score moved, as a picture. The sentence beside it says the same. */
export function ScoreMove({ before, after }: { before: Answer; after: Answer }) {
  const { widthPx, heightPx } = SCORE_MOVE_SIZE
  return (
    <svg width={widthPx} height={heightPx} aria-hidden="true" className="shrink-0">
      <Shapes shapes={scoreMove(before, after)} />
    </svg>
  )
}
