import type { Outcome } from '../core/analysis'
import type { ColourRole, Shape } from './shape'

/** How an outcome is told from the others: never by its colour alone. */
export interface OutcomeLook {
  role: Extract<ColourRole, 'normal' | 'abnormal' | 'unclear'>
  /** SVG path data on a square of {@link MARK_SIZE}. */
  path: string
  isFilled: boolean
}

/** Side of the square on which the shapes are drawn. */
export const MARK_SIZE = 24

/** A disc, a triangle and a dashed square: told apart small, in print and by the colour-blind. */
export const OUTCOME_LOOK: Record<Outcome, OutcomeLook> = {
  'normal-like': { role: 'normal', path: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17Z', isFilled: true },
  'abnormal-like': { role: 'abnormal', path: 'M12 2.5 22 21H2Z', isFilled: true },
  'cannot-tell': {
    role: 'unclear',
    path: 'M6 3h12a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z',
    isFilled: false
  }
}

/** The outcome's shape in the colour of the text beside it. */
export function outcomeMark(outcome: Outcome): Shape {
  const { path: d, isFilled } = OUTCOME_LOOK[outcome]
  return isFilled
    ? { tag: 'path', attributes: { d, 'stroke-linejoin': 'round' }, fill: 'current', stroke: 'current' }
    : { tag: 'path', attributes: { d, 'stroke-width': 2, 'stroke-dasharray': '4 3' }, stroke: 'current' }
}
