import type { Answer } from '../core/analysis'
import { FEWEST_PER_100 } from '../core/similar'
import type { Shape } from './shape'

const STEP = 8

/** Side of the square that {@link frequencyDots} fills. */
export const DOTS_SIZE = 10 * STEP

/** How many of the hundred dots stand for recordings labelled abnormal; null where there are too few for a picture. */
export function dotsFor({ count, abnormal }: Answer['similar']): number | null {
  return count < FEWEST_PER_100 ? null : Math.round((100 * abnormal) / count)
}

/**
 * A hundred dots, a share of them filled: a natural frequency as a picture.
 *
 * @param filled of 100
 */
export function frequencyDots(filled: number): Shape[] {
  return Array.from({ length: 100 }, (_, index): Shape => {
    const place = { cx: STEP * (index % 10) + STEP / 2, cy: STEP * Math.floor(index / 10) + STEP / 2 }
    return index < filled
      ? { tag: 'circle', attributes: { ...place, r: 3 }, fill: 'current', stroke: 'current' }
      : { tag: 'circle', attributes: { ...place, r: 2.5, 'stroke-opacity': 0.45 }, stroke: 'current' }
  })
}
