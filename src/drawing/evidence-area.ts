import type { Evidence } from '../core/analysis'
import { type TimeView, timeToX } from './time-view'

/** Log-odds a second: what pulls less is weak, however it compares with the rest. */
const WEAK_PER_S = 1

/** The largest pull in either direction; never so small that noise would fill the strip. */
export function evidenceScale({ data, hopS }: Evidence): number {
  let largest = WEAK_PER_S * hopS
  for (const value of data) largest = Math.max(largest, Math.abs(value))
  return largest
}

/**
 * The visible part of the evidence as an area between the curve and the line of zero.
 *
 * @param side only what pulls that way; the rest lies on the line
 * @returns SVG path data
 */
export function evidenceArea(
  { data, firstFrameCentreS, hopS }: Evidence,
  side: 'normal-like' | 'abnormal-like',
  view: TimeView,
  heightPx: number,
  largest: number
): string {
  const zero = heightPx / 2
  const first = Math.max(0, Math.floor((view.scrollPx / view.pxPerS - firstFrameCentreS) / hopS))
  const last = Math.min(
    data.length - 1,
    Math.ceil(((view.scrollPx + view.widthPx) / view.pxPerS - firstFrameCentreS) / hopS)
  )
  if (last < first) return ''
  const xOf = (frame: number) => timeToX(firstFrameCentreS + frame * hopS, view).toFixed(1)
  const points: string[] = []
  for (let frame = first; frame <= last; frame++) {
    const value = data[frame]!
    const pull = side === 'abnormal-like' ? Math.max(0, value) : Math.min(0, value)
    points.push(`${xOf(frame)} ${(zero - (pull / largest) * (zero - 1)).toFixed(1)}`)
  }
  return `M${xOf(first)} ${zero}L${points.join('L')}L${xOf(last)} ${zero}Z`
}

/** Where the pull is strongest. */
export function strongestPull({ data, firstFrameCentreS, hopS }: Evidence): {
  timeS: number
  side: 'normal-like' | 'abnormal-like'
} {
  let strongest = 0
  for (let frame = 1; frame < data.length; frame++) {
    if (Math.abs(data[frame]!) > Math.abs(data[strongest]!)) strongest = frame
  }
  const side = (data[strongest] ?? 0) > 0 ? 'abnormal-like' : 'normal-like'
  return { timeS: firstFrameCentreS + strongest * hopS, side }
}
