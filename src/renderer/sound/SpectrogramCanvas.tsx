import { useLayoutEffect, useRef } from 'react'
import type { Picture } from '../../core/picture'
import { type DbRange, spectrogramPixels } from '../../drawing/spectrogram-pixels'
import { type TimeView, xToTime } from '../../drawing/time-view'
import { useWords } from '../use-words'

interface SpectrogramCanvasProps {
  spectrogram: Picture<'spectrogram'>
  range: DbRange
  /** Lowest and highest frequency of the picture, Hz. */
  edges: { lowHz: number; highHz: number }
  view: TimeView
  heightPx: number
}

/** The visible part of the spectrogram, pixel by pixel from the measured values. */
export function SpectrogramCanvas({ spectrogram, range, edges, view, heightPx }: SpectrogramCanvasProps) {
  const words = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { widthPx } = view
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || widthPx < 1) return
    const columns = Math.round(widthPx * devicePixelRatio)
    const rows = Math.round(heightPx * devicePixelRatio)
    element.width = columns
    element.height = rows
    const endS = (view.scrollPx + widthPx) / view.pxPerS
    const pixels = spectrogramPixels(spectrogram, range, xToTime(0, view), endS, columns, rows)
    context.putImageData(new ImageData(pixels, columns, rows), 0, 0)
  }, [spectrogram, range, view, widthPx, heightPx])
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
