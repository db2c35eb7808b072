/** Samples in a row at the same value that count as clipped: a wave that is only sampled does not stand still so long. */
const SHORTEST_RUN = 3
/** A run counts when it stands within this share of the recording's own extreme: many inputs clip below full scale. */
const NEAR_EXTREME = 0.99
/** A rail lower than this share of the other one is no rail: the zeros beside a single click are not clipped. */
const LOWEST_RAIL = 0.5

/**
 * Share of a whole recording that lies in flat runs at its own extremes, by the rule the decoder applies as it streams.
 *
 * @param samples as captured, before any resampling: that would round the corners off
 * @returns 0 to 1; 0 for no samples
 */
export function clippedFractionOf(samples: Float32Array): number {
  let high = 0
  let low = 0
  for (const sample of samples) {
    if (sample > high) high = sample
    if (sample < low) low = sample
  }
  const peak = Math.max(high, -low)
  const top = high >= LOWEST_RAIL * peak ? NEAR_EXTREME * high : Number.POSITIVE_INFINITY
  const bottom = -low >= LOWEST_RAIL * peak ? NEAR_EXTREME * low : Number.NEGATIVE_INFINITY
  let clipped = 0
  for (let start = 0; start < samples.length; ) {
    const value = samples[start]!
    let end = start + 1
    while (end < samples.length && samples[end] === value) end++
    const isAtRail = value !== 0 && (value >= top || value <= bottom)
    if (isAtRail && end - start >= SHORTEST_RUN) clipped += end - start
    start = end
  }
  return samples.length === 0 ? 0 : clipped / samples.length
}
