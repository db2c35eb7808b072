import { type Progress, STEPS, type Step } from '../core/analysis'

/** How far an analysis has come, 0 to 1: every step counts alike. */
export function progressFraction({ step, fraction }: Progress): number {
  return (STEPS.indexOf(step) + fraction) / STEPS.length
}

/**
 * The steps in their order: what is done, what is being done, what is to come.
 *
 * @param now null before the first
 */
export function stepMarks(now: Step | null): { step: Step; mark: 'done' | 'now' | 'next' }[] {
  const current = now === null ? -1 : STEPS.indexOf(now)
  return STEPS.map((step, index) => ({ step, mark: index < current ? 'done' : index === current ? 'now' : 'next' }))
}
