import type { Outcome } from '../../core/analysis'

/** Colour roles of each answer, as class names; shape and word always go with them. */
export const OUTCOME_LOOK: Record<Outcome, { text: string; wash: string; border: string }> = {
  'normal-like': { text: 'text-normal', wash: 'bg-normal-wash', border: 'border-normal' },
  'abnormal-like': { text: 'text-abnormal', wash: 'bg-abnormal-wash', border: 'border-abnormal' },
  'cannot-tell': { text: 'text-unclear', wash: 'bg-unclear-wash', border: 'border-unclear border-dashed' }
}
