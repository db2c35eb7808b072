/** Heights of the pictures of a sound, CSS pixels. */
export interface PictureHeights {
  waveform: number
  gap: number
  spectrogram: number
  /** 0 where no evidence is shown. */
  evidence: number
}

const GAP = 8
const EVIDENCE = 24
/** Of the strip that holds the whole recording; it may lie below the fold. */
export const OVERVIEW_HEIGHT = 28
/** The seconds below the pictures, a scroll bar, and a little air. */
const BELOW = 24 + 16
const WAVEFORM = { least: 96, most: 160 }
const SPECTROGRAM = { least: 96, most: 640 }
/** Of what waveform and spectrogram share. */
const WAVEFORM_SHARE = 0.32
/** Of the window, where the pictures begin so low that they do not fit on its first screen anyway. */
const WINDOW_SHARE = 0.34

/**
 * As tall as lets the seconds below the pictures be seen without scrolling; where that is too little, as tall as is
 * comfortable.
 *
 * @param roomPx from where the pictures begin to the lower edge of the window's first screen; may be negative
 * @param windowPx height of the window
 */
export function pictureHeights(roomPx: number, windowPx: number, showsEvidence: boolean): PictureHeights {
  const evidence = showsEvidence ? EVIDENCE : 0
  const fitting = roomPx - BELOW - GAP - (showsEvidence ? GAP + evidence : 0)
  const isEnough = fitting >= WAVEFORM.least + SPECTROGRAM.least
  const shared = isEnough ? fitting : WINDOW_SHARE * windowPx
  const waveform = clamp(Math.round(WAVEFORM_SHARE * shared), WAVEFORM)
  return { waveform, gap: GAP, spectrogram: clamp(Math.floor(shared) - waveform, SPECTROGRAM), evidence }
}

function clamp(value: number, { least, most }: { least: number; most: number }): number {
  return Math.max(least, Math.min(most, value))
}

/** Where the spectrogram begins among the pictures, from above. */
export function spectrogramTop({ waveform, gap }: PictureHeights): number {
  return waveform + gap
}
