import { useCallback, useMemo } from 'react'
import type { Picture } from '../../core/picture'
import { type TimeView, visibleS } from '../../drawing/time-view'
import { usualReach, waveformBars, waveformLine } from '../../drawing/waveform'
import { useScheme } from '../page/use-scheme'
import { useWords } from '../use-words'
import { useCanvas } from './use-canvas'
import type { CloseSamples } from './use-close-samples'

interface WaveformProps {
  waveform: Picture<'waveform'>
  /** Where one looks so closely that the columns would be stairs; null from afar, or while they are on their way. */
  close: CloseSamples | null
  /** How many times taller than it fits. */
  gain: number
  view: TimeView
  heightPx: number
}

const LINE_PX = 1.25

/** The visible part of the sound, from afar as columns and from near sample by sample. */
export function Waveform({ waveform, close, gain, view, heightPx }: WaveformProps) {
  const { picture } = useWords()
  const scheme = useScheme()
  const reach = useMemo(() => usualReach(waveform), [waveform])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scheme means a new colour
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const { width, height } = context.canvas
      const frame = { ...visibleS(view), widthPx: width, heightPx: height, reach: reach / gain }
      const ink = getComputedStyle(context.canvas).color
      if (close) drawLine(waveformLine(close.pcg, close.firstS, frame), ink, context)
      else drawBars(waveformBars(waveform, frame), ink, context)
    },
    [waveform, close, reach, gain, view, scheme]
  )
  const canvas = useCanvas(view.widthPx, heightPx, draw)
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={close ? picture.waveformSamples : picture.waveformColumns}
      className="block w-full text-ink forced:text-[CanvasText]"
      style={{ height: heightPx }}
    />
  )
}

function drawLine(points: Float32Array, ink: string, context: CanvasRenderingContext2D): void {
  context.strokeStyle = ink
  context.lineWidth = LINE_PX * devicePixelRatio
  context.lineJoin = 'round'
  context.beginPath()
  for (let at = 0; at < points.length; at += 2) context.lineTo(points[at]!, points[at + 1]!)
  context.stroke()
}

function drawBars(bars: Float32Array, ink: string, context: CanvasRenderingContext2D): void {
  context.fillStyle = ink
  for (let x = 0; 2 * x < bars.length; x++) context.fillRect(x, bars[2 * x]!, 1, bars[2 * x + 1]!)
}
