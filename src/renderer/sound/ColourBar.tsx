import { useLayoutEffect, useRef } from 'react'
import { ticksBetween } from '../../drawing/axis-ticks'
import type { DbRange } from '../../drawing/spectrogram-pixels'
import { VIRIDIS } from '../../drawing/viridis'
import { useWords } from '../use-words'

const BAR_PX = 12

/** What the colours mean, dB relative to full scale. */
export function ColourBar({ range, heightPx, widthPx }: { range: DbRange; heightPx: number; widthPx: number }) {
  const words = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const pixels = new Uint8ClampedArray(256 * 4)
    for (let row = 0; row < 256; row++) {
      const colour = 3 * (255 - row)
      pixels.set([VIRIDIS[colour]!, VIRIDIS[colour + 1]!, VIRIDIS[colour + 2]!, 255], 4 * row)
    }
    context.putImageData(new ImageData(pixels, 1, 256), 0, 0)
  }, [])
  const { values, digits } = ticksBetween(range.low, range.high, heightPx / 28)
  return (
    <div className="flex" role="img" aria-label={words.picture.levelLong} title={words.picture.levelLong}>
      <canvas
        ref={canvas}
        width={1}
        height={256}
        className="block rounded-[0.25rem]"
        style={{ width: BAR_PX, height: heightPx }}
      />
      <svg width={widthPx - BAR_PX} height={heightPx} aria-hidden="true" className="overflow-visible text-sm">
        {values.map((value) => {
          const y = heightPx * (1 - (value - range.low) / (range.high - range.low))
          return (
            <g key={value}>
              <line x1={0} x2={4} y1={y} y2={y} className="stroke-edge" />
              <text x={7} y={Math.max(10, Math.min(heightPx - 1, y + 5))} className="fill-muted">
                {words.numbers.decimal(value, digits)}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
