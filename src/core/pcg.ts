/** A phonocardiogram: one channel of sound from a heart. */
export interface Pcg {
  /** Mono samples, nominally in [-1, 1]. */
  samples: Float32Array
  /** Hz. */
  sampleRate: number
}

/**
 * The rate at which the network hears, Hz.
 *
 * The card's `sampleRate`, for what listens along without a card; a test holds the two together.
 */
export const HEARD_RATE_HZ = 2000

/** Length in seconds. */
export function durationOf({ samples, sampleRate }: Pcg): number {
  return samples.length / sampleRate
}

/**
 * The samples with their mean taken out: sensors of the training data carry offsets of up to a tenth of full scale.
 *
 * @param samples any length, 0 included
 * @returns a new array of the same length
 */
export function withoutOffset(samples: Float32Array): Float32Array {
  let sum = 0
  for (const sample of samples) sum += sample
  const mean = samples.length === 0 ? 0 : sum / samples.length
  return samples.map((sample) => sample - mean)
}
