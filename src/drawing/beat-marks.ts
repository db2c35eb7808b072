import type { Beat } from '../core/picture'

/** How much of a mark has room: a name beside its triangle, the triangle alone, or no more than a stroke. */
export type MarkDetail = 'name' | 'triangle' | 'stroke'

/** Of a triangle and its name, and of a triangle, with air before the next; CSS pixels. */
const NAME_PX = 34
const TRIANGLE_PX = 12

/** The shortest time between two marks of a recording, S1 or S2; infinite where there is at most one. */
export function leastGapS(beats: readonly Beat[]): number {
  const times = beats.flatMap(({ s1S, s2S }) => [s1S, s2S]).sort((a, b) => a - b)
  return Math.min(...times.slice(1).map((timeS, index) => timeS - times[index]!))
}

/** What can be drawn without one mark touching the next: the same for all, so that none is taken for another kind. */
export function markDetail(gapS: number, pxPerS: number): MarkDetail {
  const gapPx = gapS * pxPerS
  if (gapPx >= NAME_PX) return 'name'
  return gapPx >= TRIANGLE_PX ? 'triangle' : 'stroke'
}
