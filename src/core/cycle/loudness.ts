import { bandPass, filterBothWays, lowPass } from '../filter'
import type { Pcg } from '../pcg'

/** Values a second of what beats are laid over each other by. */
export const LOUDNESS_RATE = 1000

/** Where a heart sounds, and how finely its loudness is followed. */
const HEART_HZ = { low: 25, high: 400 }
const SMOOTHING_HZ = 25

/**
 * How loud a heart is over time.
 *
 * @param pcg at a multiple of {@link LOUDNESS_RATE}
 * @returns root of the power re full scale, {@link LOUDNESS_RATE} values a second
 */
export function loudnessOf({ samples, sampleRate }: Pcg): Float64Array {
  const band = bandPass(samples, HEART_HZ, sampleRate)
  const smooth = filterBothWays(
    band.map((value) => value * value),
    lowPass(SMOOTHING_HZ, sampleRate)
  )
  const step = sampleRate / LOUDNESS_RATE
  return Float64Array.from({ length: Math.floor(samples.length / step) }, (_, place) =>
    // Filtered both ways it may swing a little below zero.
    Math.sqrt(Math.max(0, smooth[place * step]!))
  )
}
