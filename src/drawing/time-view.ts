/** Which part of a recording is on the screen, and how large. All pictures of one recording share it. */
export interface TimeView {
  durationS: number
  /** Width of the visible part, CSS pixels. */
  widthPx: number
  pxPerS: number
  /** Left edge of the visible part, CSS pixels from the beginning. */
  scrollPx: number
}

/** Below this two heart sounds of one beat run into each other: long recordings scroll instead. */
const READABLE_PX_PER_S = 24
/** Two pixels a sample at 2 kHz: single vibrations are seen. */
const CLOSEST_PX_PER_S = 4000
/** Wider than this no browser scrolls. */
const WIDEST_PX = 2 ** 24

/** Pixels a second at which the whole recording fits. */
export function fitPxPerS({ durationS, widthPx }: Pick<TimeView, 'durationS' | 'widthPx'>): number {
  return durationS > 0 ? widthPx / durationS : READABLE_PX_PER_S
}

/** What is shown first: everything, unless it would be too small to read. */
export function firstPxPerS(view: Pick<TimeView, 'durationS' | 'widthPx'>): number {
  return Math.max(fitPxPerS(view), READABLE_PX_PER_S)
}

/** Between the whole recording and one in which single vibrations are seen. */
export function clampPxPerS(pxPerS: number, view: Pick<TimeView, 'durationS' | 'widthPx'>): number {
  const fit = fitPxPerS(view)
  const closest = Math.min(CLOSEST_PX_PER_S, WIDEST_PX / view.durationS)
  return Math.min(Math.max(pxPerS, fit), Math.max(fit, closest))
}

/** Zooms while what lies under `atPx` (from the left of the visible part) stays there. */
export function zoomed(view: TimeView, factor: number, atPx: number): Pick<TimeView, 'pxPerS' | 'scrollPx'> {
  const pxPerS = clampPxPerS(view.pxPerS * factor, view)
  const timeS = (view.scrollPx + atPx) / view.pxPerS
  return { pxPerS, scrollPx: clampScroll(timeS * pxPerS - atPx, { ...view, pxPerS }) }
}

function clampScroll(scrollPx: number, { durationS, pxPerS, widthPx }: TimeView): number {
  return Math.max(0, Math.min(scrollPx, durationS * pxPerS - widthPx))
}

/** @returns CSS pixels from the left of the visible part */
export function timeToX(timeS: number, { pxPerS, scrollPx }: TimeView): number {
  return timeS * pxPerS - scrollPx
}

/** @returns seconds, within the recording */
export function xToTime(x: number, { pxPerS, scrollPx, durationS }: TimeView): number {
  return Math.max(0, Math.min(durationS, (x + scrollPx) / pxPerS))
}

/** The stretch of time that is seen, seconds; where the picture is wider than the recording it goes beyond its end. */
export function visibleS({ scrollPx, widthPx, pxPerS }: TimeView): { fromS: number; toS: number } {
  return { fromS: scrollPx / pxPerS, toS: (scrollPx + widthPx) / pxPerS }
}

/** Whether what was measured every `hopS` seconds is drawn more than a pixel apart, so that it shows as stairs. */
export function isCloserThan(hopS: number, { pxPerS }: Pick<TimeView, 'pxPerS'>): boolean {
  return hopS * pxPerS > 1
}
