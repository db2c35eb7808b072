import type { MurmurOutcome } from '../core/analysis'
import { MARK_SIZE } from './outcome-look'
import type { Shape } from './shape'

/** Between the two sounds: turbulence, silence, or nobody knows. */
const BETWEEN: Record<MurmurOutcome, { path: string; dashes: string }> = {
  murmur: { path: 'M6 12l1.5 -3l2 7l2.5 -9l2.5 9l2 -7l1.5 3', dashes: 'none' },
  'no-murmur': { path: 'M6 12h12', dashes: 'none' },
  'cannot-tell': { path: 'M6 12h12', dashes: '2 3' }
}
const [FIRST_X, SECOND_X] = [4, MARK_SIZE - 4]

/** First and second heart sound, and what lies between them: in the colour of the text, for a murmur takes no side. */
export function murmurMark(outcome: MurmurOutcome): Shape[] {
  const { path: d, dashes } = BETWEEN[outcome]
  const sound = (x: number): Shape => ({
    tag: 'line',
    attributes: { x1: x, x2: x, y1: 4, y2: MARK_SIZE - 4, 'stroke-width': 3, 'stroke-linecap': 'round' },
    stroke: 'current'
  })
  const between: Shape = {
    tag: 'path',
    attributes: { d, 'stroke-width': 1.75, 'stroke-linejoin': 'round', 'stroke-dasharray': dashes },
    stroke: 'current'
  }
  return [sound(FIRST_X), between, sound(SECOND_X)]
}
