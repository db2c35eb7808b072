import { useSyncExternalStore } from 'react'

/** Heights of the pictures, CSS pixels. */
export interface PictureHeights {
  waveform: number
  gap: number
  spectrogram: number
  evidence: number
}

/** A tall window gets a taller spectrogram; everything else keeps its size. */
function pictureHeights(windowPx: number): PictureHeights {
  const spectrogram = Math.max(168, Math.min(640, Math.round((0.27 * windowPx) / 4) * 4))
  return { waveform: windowPx < 900 ? 60 : 80, gap: 8, spectrogram, evidence: 40 }
}

/** Where the spectrogram begins among the pictures, CSS pixels from above. */
export function spectrogramTop({ waveform, gap }: PictureHeights): number {
  return waveform + gap
}

function follow(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

export function usePictureHeights(): PictureHeights {
  const windowPx = useSyncExternalStore(follow, () => window.innerHeight)
  return pictureHeights(windowPx)
}
