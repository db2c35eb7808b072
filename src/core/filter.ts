/** Coefficients of one second-order section, `a0` divided out. */
export interface Section {
  b0: number
  b1: number
  b2: number
  a1: number
  a2: number
}

/** Closer to half the sample rate the bilinear transform bends a low-pass beyond use. */
const MOST_OF_RATE = 0.45

/**
 * Second-order Butterworth low-pass (bilinear transform).
 *
 * @param cutoffHz -3 dB point, between 0 and half the sample rate
 * @throws {RangeError} when the cutoff lies outside
 * @source R. Bristow-Johnson, Cookbook formulae for audio equalizer biquad filter coefficients, Q = 1/sqrt(2)
 */
export function lowPass(cutoffHz: number, sampleRate: number): Section {
  const { cos, alpha } = corner(cutoffHz, sampleRate)
  const a0 = 1 + alpha
  const b1 = (1 - cos) / a0
  return { b0: b1 / 2, b1, b2: b1 / 2, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

/** Second-order Butterworth high-pass; as {@link lowPass} otherwise. */
export function highPass(cutoffHz: number, sampleRate: number): Section {
  const { cos, alpha } = corner(cutoffHz, sampleRate)
  const a0 = 1 + alpha
  const b0 = (1 + cos) / 2 / a0
  return { b0, b1: -2 * b0, b2: b0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

/**
 * What lies between two cutoffs: {@link highPass}, then {@link lowPass}, each forwards and backwards.
 *
 * @param bandHz -3 dB points of each pass; a `high` near half the sample rate or above is taken down to 0.45 of it
 * @returns a new array of the same length
 */
export function bandPass(
  samples: Float64Array | Float32Array,
  bandHz: { low: number; high: number },
  sampleRate: number
): Float64Array {
  const above = filterBothWays(samples, highPass(bandHz.low, sampleRate))
  return filterBothWays(above, lowPass(Math.min(bandHz.high, MOST_OF_RATE * sampleRate), sampleRate))
}

/**
 * Filters forwards, then backwards: no delay, twice the attenuation.
 *
 * Starts in the steady state of its first sample, so that an offset makes no step at the edges.
 *
 * @returns a new array of the same length
 */
export function filterBothWays(samples: Float64Array | Float32Array, section: Section): Float64Array {
  const filtered = Float64Array.from(samples)
  filterInPlace(filtered, section)
  filtered.reverse()
  filterInPlace(filtered, section)
  return filtered.reverse()
}

function corner(cutoffHz: number, sampleRate: number): { cos: number; alpha: number } {
  if (!(cutoffHz > 0 && cutoffHz < sampleRate / 2)) {
    throw new RangeError(`cutoff ${cutoffHz} Hz is not between 0 and ${sampleRate / 2} Hz`)
  }
  const angle = (2 * Math.PI * cutoffHz) / sampleRate
  return { cos: Math.cos(angle), alpha: Math.sin(angle) / Math.SQRT2 }
}

/** Direct form II transposed. */
function filterInPlace(samples: Float64Array, { b0, b1, b2, a1, a2 }: Section): void {
  const first = samples[0] ?? 0
  const steady = (first * (b0 + b1 + b2)) / (1 + a1 + a2)
  let z2 = b2 * first - a2 * steady
  let z1 = b1 * first - a1 * steady + z2
  for (let n = 0; n < samples.length; n++) {
    const x = samples[n]!
    const y = b0 * x + z1
    z1 = b1 * x - a1 * y + z2
    z2 = b2 * x - a2 * y
    samples[n] = y
  }
}
