import type { TimeView } from './time-view'

/** Beats are told apart up to here; a longer recording is cut. */
const LONGEST_S = 12
/** Fills two pages with all that is said of it; a recording that needs more is drawn smaller. */
const MOST = 8

/** A whole recording as strips of one length below each other, where nothing can be scrolled: on paper. */
export function stripViews(durationS: number, widthPx: number): TimeView[] {
  const count = Math.max(1, Math.min(MOST, Math.ceil(durationS / LONGEST_S)))
  const pxPerS = (widthPx * count) / durationS
  return Array.from({ length: count }, (_, index) => ({ durationS, widthPx, pxPerS, scrollPx: index * widthPx }))
}
