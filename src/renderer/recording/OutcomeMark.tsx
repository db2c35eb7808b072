import type { Outcome } from '../../core/analysis'
import { outcomeMark } from '../../drawing/outcome-look'
import { Mark } from './Mark'

/** The shape of an outcome: none is told by its colour alone. @param size as of {@link Mark} */
export function OutcomeMark({ outcome, size }: { outcome: Outcome; size?: number }) {
  return <Mark shapes={[outcomeMark(outcome)]} size={size} />
}
