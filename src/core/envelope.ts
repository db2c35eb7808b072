import { bandPass, filterBothWays, lowPass } from './filter'
import type { Pcg } from './pcg'

/** Frames a second: S1 lasts about a tenth of a second, so it spans five of them. */
export const ENVELOPE_RATE = 50

/** The loudness of a heart sound over time, smooth enough to show one hump a sound. */
export interface Envelope {
  /** Square root of the amplitude: a loud beat must not outweigh ten soft ones. */
  values: Float64Array
  /** Hz. */
  sampleRate: number
}

const BAND_HZ = { low: 25, high: 400 }
const SMOOTHING_HZ = 8

/**
 * Homomorphic envelope: the logarithm of the power turns amplitude modulation into a sum, whose slow part is kept.
 *
 * The square stands in for the Hilbert magnitude, which is the same but for a constant factor once smoothed.
 *
 * @param pcg at least 1 kHz
 * @returns about `duration * ENVELOPE_RATE` values
 * @source Springer et al., IEEE Trans. Biomed. Eng. 63:822 (2016): 25 to 400 Hz, low-pass of the logarithm at 8 Hz, 50 Hz
 */
export function homomorphicEnvelope({ samples, sampleRate }: Pcg): Envelope {
  const band = bandPass(samples, BAND_HZ, sampleRate)
  let power = 0
  for (const value of band) power += value * value
  // Digital silence has no logarithm: a floor far below the recording's own level stands in for it.
  const floor = (1e-6 * power) / Math.max(1, band.length) + 1e-30
  const smooth = filterBothWays(
    band.map((value) => Math.log(value * value + floor)),
    lowPass(SMOOTHING_HZ, sampleRate)
  )
  const step = sampleRate / ENVELOPE_RATE
  const values = new Float64Array(Math.floor(samples.length / step))
  for (let frame = 0; frame < values.length; frame++) {
    values[frame] = Math.exp((smooth[Math.round((frame + 0.5) * step)] ?? smooth.at(-1)!) / 4)
  }
  return { values, sampleRate: ENVELOPE_RATE }
}
