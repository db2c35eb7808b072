import type { Picture } from '../core/picture'
import type { Pull } from './evidence-outline'
import { type TimeView, timeToX } from './time-view'

type Shown = Pick<Picture, 'data' | 'firstS' | 'hopS'>

/** Log-odds a second: what pulls less is weak, however it compares with the rest. */
const WEAK_PER_S = 1

/** The largest pull in either direction; never so small that noise would fill the strip. */
export function evidenceScale({ data, hopS }: Shown): number {
  let largest = WEAK_PER_S * hopS
  for (const value of data) largest = Math.max(largest, Math.abs(value))
  return largest
}

/**
 * The visible part of the evidence as an area between the curve and the line of zero.
 *
 * @param direction only what pulls that way; the rest lies on the line
 * @returns SVG path data
 */
export function evidenceArea(
  { data, firstS, hopS }: Shown,
  direction: Pull,
  view: TimeView,
  heightPx: number,
  largest: number
): string {
  const zero = heightPx / 2
  const first = Math.max(0, Math.floor((view.scrollPx / view.pxPerS - firstS) / hopS))
  const last = Math.min(data.length - 1, Math.ceil(((view.scrollPx + view.widthPx) / view.pxPerS - firstS) / hopS))
  if (last < first) return ''
  const xOf = (frame: number) => timeToX(firstS + frame * hopS, view).toFixed(1)
  const points: string[] = []
  for (let frame = first; frame <= last; frame++) {
    const value = data[frame]!
    const pull = direction === 'up' ? Math.max(0, value) : Math.min(0, value)
    points.push(`${xOf(frame)} ${(zero - (pull / largest) * (zero - 1)).toFixed(1)}`)
  }
  return `M${xOf(first)} ${zero}L${points.join('L')}L${xOf(last)} ${zero}Z`
}
