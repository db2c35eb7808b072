import type { Pcg } from '../core/pcg'
import type { Picture } from '../core/picture'

/** Share of the columns that may reach beyond the picture: one knock must not flatten every heartbeat. */
const BEYOND = 0.005
/** Room above the loudest of the others. */
const HEADROOM = 1.25

/** Which part of a recording a picture of its waveform shows, and how large. */
export interface WaveformFrame {
  fromS: number
  toS: number
  widthPx: number
  heightPx: number
  /** Distance from zero that reaches the edges; what goes beyond is to be cut off there. */
  reach: number
}

/**
 * The distance from zero that fills the picture of a recording.
 *
 * @returns the largest one, or, where a few columns stand far above all others, somewhat more than theirs
 */
export function usualReach({ data }: Picture<'waveform'>): number {
  const reach = Float32Array.from({ length: data.length / 2 }, (_, column) =>
    Math.max(Math.abs(data[2 * column]!), Math.abs(data[2 * column + 1]!))
  ).sort()
  const largest = reach.at(-1) ?? 0
  const usual = reach[Math.ceil((1 - BEYOND) * reach.length) - 1] ?? 0
  return Math.min(largest, usual > 0 ? HEADROOM * usual : largest)
}

/**
 * From afar: the columns that fall into each pixel as one upright line, from their lowest to their highest sample.
 *
 * @returns `[widthPx x 2]`: top and height of each line, at least one pixel high; 0 high where there is no sound
 */
export function waveformBars({ data, hopS }: Picture<'waveform'>, frame: WaveformFrame): Float32Array {
  const { fromS, toS, widthPx } = frame
  const columnCount = data.length / 2
  const yOf = heights(frame)
  const bars = new Float32Array(2 * widthPx)
  for (let x = 0; x < widthPx; x++) {
    const first = Math.floor((fromS + ((toS - fromS) * x) / widthPx) / hopS)
    const end = Math.max(first + 1, Math.floor((fromS + ((toS - fromS) * (x + 1)) / widthPx) / hopS))
    if (first < 0 || first >= columnCount) continue
    let [least, most] = [data[2 * first]!, data[2 * first + 1]!]
    for (let column = first + 1; column < Math.min(end, columnCount); column++) {
      least = Math.min(least, data[2 * column]!)
      most = Math.max(most, data[2 * column + 1]!)
    }
    const top = yOf(most)
    bars.set([top, Math.max(1, yOf(least) - top)], 2 * x)
  }
  return bars
}

/**
 * The whole recording for a strip that is as tall as the largest value: highest and lowest sample of each column, 1 where
 * {@link usualReach} is.
 *
 * @returns `[2][columns]`, -1 to 1
 */
export function overviewPeaks(waveform: Picture<'waveform'>): [Float32Array, Float32Array] {
  const reach = usualReach(waveform)
  const sideOf = (side: 0 | 1) =>
    Float32Array.from({ length: waveform.data.length / 2 }, (_, column) => {
      const value = waveform.data[2 * column + side]!
      return reach > 0 ? Math.max(-1, Math.min(1, value / reach)) : 0
    })
  return [sideOf(1), sideOf(0)]
}

/**
 * From near: a line from sample to sample.
 *
 * @param firstS when the first of the samples was taken
 * @returns `[samples x 2]`: x and y of each
 */
export function waveformLine({ samples, sampleRate }: Pcg, firstS: number, frame: WaveformFrame): Float32Array {
  const { fromS, toS, widthPx } = frame
  const yOf = heights(frame)
  const points = new Float32Array(2 * samples.length)
  for (let n = 0; n < samples.length; n++) {
    points[2 * n] = ((firstS + n / sampleRate - fromS) / (toS - fromS)) * widthPx
    points[2 * n + 1] = yOf(samples[n]!)
  }
  return points
}

/** From a sample to its height; the edges are one pixel away from where lines would be cut in half. */
function heights({ heightPx, reach }: WaveformFrame): (sample: number) => number {
  const middle = heightPx / 2
  const scale = reach > 0 ? (middle - 1) / reach : 0
  return (sample) => middle - sample * scale
}
