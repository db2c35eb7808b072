import type { Outcome } from '../../core/analysis'
import { OUTCOME_LOOK, type OutcomeLook } from '../../drawing/outcome-look'

interface Classes {
  text: string
  wash: string
  border: string
}

/** Tailwind finds only class names that stand whole in the source. */
const CLASSES: Record<OutcomeLook['role'], Classes> = {
  normal: { text: 'text-normal', wash: 'bg-normal-wash', border: 'border-normal' },
  abnormal: { text: 'text-abnormal', wash: 'bg-abnormal-wash', border: 'border-abnormal' },
  unclear: { text: 'text-unclear', wash: 'bg-unclear-wash', border: 'border-unclear border-dashed' }
}

/** Class names of an outcome's colours; its shape and word always go with them. */
export function outcomeClasses(outcome: Outcome): Classes {
  return CLASSES[OUTCOME_LOOK[outcome].role]
}
