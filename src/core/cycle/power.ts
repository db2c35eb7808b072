import { bandPass, filterBothWays, lowPass } from '../filter'
import type { Pcg } from '../pcg'

/** Frames a second of what beats are laid over each other by. */
export const POWER_RATE = 1000

/**
 * The power of a band over time, smoothed.
 *
 * @param pcg at a multiple of {@link POWER_RATE}
 * @param smoothingHz up to where it follows
 * @returns not below zero, {@link POWER_RATE} values a second
 */
export function powerOf({ samples, sampleRate }: Pcg, bandHz: BandHz, smoothingHz: number): Float64Array {
  const band = bandPass(samples, bandHz, sampleRate)
  const smooth = filterBothWays(
    band.map((value) => value * value),
    lowPass(smoothingHz, sampleRate)
  )
  const step = sampleRate / POWER_RATE
  return Float64Array.from({ length: Math.floor(samples.length / step) }, (_, frame) =>
    Math.max(0, smooth[frame * step]!)
  )
}

export interface BandHz {
  low: number
  high: number
}
