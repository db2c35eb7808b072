import { h } from '../element'

/** Loudness below which the picture is not stretched any further: noise must look like noise. */
const LOWEST_SCALE = 0.004

/** A picture of loudness over time, in the page's own ink, sharp on any screen. */
export class Wave {
  readonly element: HTMLCanvasElement

  constructor(label: string) {
    this.element = h('canvas', { class: 'wave', role: 'img', 'aria-label': label })
  }

  /**
   * @param columns highest magnitudes, evenly in time
   * @param playedFraction what lies before it is drawn in the accent colour
   */
  draw(columns: Float32Array, playedFraction = 0): void {
    const { element } = this
    const ratio = Math.min(3, devicePixelRatio)
    const [width, height] = [Math.round(element.clientWidth * ratio), Math.round(element.clientHeight * ratio)]
    if (width === 0 || height === 0) return
    if (element.width !== width || element.height !== height) Object.assign(element, { width, height })
    const context = element.getContext('2d')
    if (!context) return
    const style = getComputedStyle(element)
    const scale = 0.42 / Math.max(LOWEST_SCALE, usualPeakOf(columns))
    const step = 2 * ratio
    context.clearRect(0, 0, width, height)
    for (let x = 0; x < width; x += step) {
      const from = Math.floor((x / width) * columns.length)
      const to = Math.max(from + 1, Math.floor(((x + step) / width) * columns.length))
      const loudness = Math.min(0.48, peakOf(columns.subarray(from, to)) * scale)
      const half = Math.max(0.5 * ratio, loudness * height)
      context.fillStyle = x < playedFraction * width ? style.getPropertyValue('--accent') : style.color
      context.fillRect(x, height / 2 - half, 1.4 * ratio, 2 * half)
    }
  }
}

/** Nearly the highest: one knock of the finger must not flatten the heart. */
function usualPeakOf(values: Float32Array): number {
  return [...values].sort((a, b) => a - b)[Math.floor(0.98 * (values.length - 1))] ?? 0
}

function peakOf(values: Float32Array): number {
  let peak = 0
  for (const value of values) if (value > peak) peak = value
  return peak
}

/** The highest magnitude of each of `count` equal stretches, in the band that a heart has. */
export function columnsOf(samples: Float32Array, count: number): Float32Array {
  const columns = new Float32Array(count)
  for (let column = 0; column < count; column++) {
    const from = Math.floor((column / count) * samples.length)
    const to = Math.floor(((column + 1) / count) * samples.length)
    for (let n = from; n < to; n++) columns[column] = Math.max(columns[column]!, Math.abs(samples[n]!))
  }
  return columns
}
