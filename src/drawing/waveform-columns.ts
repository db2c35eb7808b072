import type { Picture } from '../core/picture'

/** Share of the columns that may reach beyond the picture: one knock must not flatten every heartbeat. */
const BEYOND = 0.005
/** Room above the loudest of the others. */
const HEADROOM = 1.25

/**
 * Columns as two channels, lowest and highest sample of each, and the distance from zero that fills the picture.
 *
 * @returns `peak`: the largest one, or, where a few columns stand far above all others, somewhat more than theirs
 */
export function channelsOf({ data }: Pick<Picture<'waveform'>, 'data'>): {
  channels: [Float32Array, Float32Array]
  peak: number
} {
  const low = new Float32Array(data.length / 2)
  const high = new Float32Array(data.length / 2)
  const reach = new Float32Array(low.length)
  for (let column = 0; column < low.length; column++) {
    low[column] = data[2 * column]!
    high[column] = data[2 * column + 1]!
    reach[column] = Math.max(Math.abs(low[column]!), Math.abs(high[column]!))
  }
  reach.sort()
  const largest = reach.at(-1) ?? 0
  const usual = reach[Math.ceil((1 - BEYOND) * reach.length) - 1] ?? 0
  return { channels: [low, high], peak: Math.min(largest, usual > 0 ? HEADROOM * usual : largest) }
}

/**
 * The columns that fall into each pixel as one upright line, from their lowest to their highest sample.
 *
 * @param channels lowest and highest sample of each column, as from {@link channelsOf}
 * @param peak distance from zero that reaches the edges
 * @returns `[widthPx x 2]`: top and height of each line; none where there is no sound
 */
export function pixelLines(
  channels: ArrayLike<ArrayLike<number>>,
  peak: number,
  widthPx: number,
  heightPx: number
): Float32Array {
  const [low, high] = [channels[0], channels[1]]
  if (!low || !high || low.length === 0) return new Float32Array(0)
  const middle = heightPx / 2
  const scale = peak > 0 ? (middle - 1) / peak : 0
  const lines = new Float32Array(2 * widthPx)
  for (let x = 0; x < widthPx; x++) {
    const first = Math.min(low.length - 1, Math.floor((x * low.length) / widthPx))
    const end = Math.max(first + 1, Math.floor(((x + 1) * low.length) / widthPx))
    let [least, most] = [low[first]!, high[first]!]
    for (let column = first + 1; column < Math.min(end, low.length); column++) {
      least = Math.min(least, low[column]!)
      most = Math.max(most, high[column]!)
    }
    const top = middle - most * scale
    lines.set([top, Math.max(1, middle - least * scale - top)], 2 * x)
  }
  return lines
}
