import type { Outcome } from '../../core/analysis'
import { MARK_SIZE, outcomeMark } from '../../drawing/outcome-look'
import { Shapes } from './Shapes'

/**
 * The shape of an outcome: none is told by its colour alone.
 *
 * @param size CSS pixels at the usual text size; it grows with the text
 */
export function OutcomeMark({ outcome, size = 24 }: { outcome: Outcome; size?: number }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox={`0 0 ${MARK_SIZE} ${MARK_SIZE}`}
      aria-hidden="true"
      className="shrink-0"
    >
      <Shapes shapes={[outcomeMark(outcome)]} />
    </svg>
  )
}
