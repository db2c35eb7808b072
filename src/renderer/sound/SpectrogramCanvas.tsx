import { useCallback } from 'react'
import type { Picture } from '../../core/picture'
import { type DbRange, spectrogramPixels } from '../../drawing/spectrogram-pixels'
import { type TimeView, visibleS } from '../../drawing/time-view'
import { useWords } from '../use-words'
import { useCanvas } from './use-canvas'

interface SpectrogramCanvasProps {
  /** The best first. */
  spectrograms: readonly Picture<'spectrogram'>[]
  range: DbRange
  /** Lowest and highest frequency of the picture, Hz. */
  edges: { lowHz: number; highHz: number }
  view: TimeView
  heightPx: number
}

/** The visible part of the spectrogram, pixel by pixel from the measured values. */
export function SpectrogramCanvas({ spectrograms, range, edges, view, heightPx }: SpectrogramCanvasProps) {
  const words = useWords()
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const { width, height } = context.canvas
      const pixels = spectrogramPixels(spectrograms, range, visibleS(view), width, height)
      context.putImageData(new ImageData(pixels, width, height), 0, 0)
    },
    [spectrograms, range, view]
  )
  const canvas = useCanvas(view.widthPx, heightPx, draw)
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={words.picture.description(view.durationS, edges.lowHz, edges.highHz, range.high)}
      className="block w-full rounded-[0.25rem] bg-sunken"
      style={{ height: heightPx }}
    />
  )
}
