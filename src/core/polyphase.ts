/**
 * A band-limiting interpolation kernel, sampled for every position an output may have between two inputs.
 *
 * Row `phase` holds the weights of `tapCount` consecutive inputs for an output that lies `phase / phaseCount` of an
 * input step after input number `reach` of them.
 */
export interface PolyphaseFilter {
  /** Row-major [(phaseCount + 1) x tapCount]; the last row lets two neighbouring phases be interpolated. */
  taps: Float64Array
  phaseCount: number
  /** A multiple of four, so that the inner loop needs no remainder. */
  tapCount: number
  /** Inputs before the output's position that the kernel sees. */
  reach: number
}

/** The band edges of a low-pass filter, all in Hz. */
export interface LowPass {
  /** Rate of the samples that are filtered. */
  sampleRate: number
  passHz: number
  stopHz: number
}

/**
 * Ripple of the stop band and of the pass band. Ten dB beyond the -90 dB that the decoder promises, because two stages
 * add up; the pass band then ripples by 0.0001 dB.
 */
const ATTENUATION_DB = 100

/** Kaiser's shape parameter for more than 50 dB (Kaiser 1974; Oppenheim & Schafer, Discrete-Time Signal Processing, 7.6). */
const KAISER_BETA = 0.1102 * (ATTENUATION_DB - 8.7)

/**
 * Inputs that the kernel spans: Kaiser's estimate of the length that reaches the attenuation.
 *
 * @returns a length in input samples, not rounded
 */
export function kernelLength({ sampleRate, passHz, stopHz }: LowPass): number {
  return ((ATTENUATION_DB - 8) * sampleRate) / (2.285 * 2 * Math.PI * (stopHz - passHz))
}

/**
 * Samples a Kaiser-windowed sinc for `phaseCount` positions between two inputs.
 *
 * Each row is scaled to sum to one, so that a constant stays exactly that constant whatever its position.
 */
export function designPolyphase(lowPass: LowPass, phaseCount: number): PolyphaseFilter {
  const half = kernelLength(lowPass) / 2
  const reach = Math.ceil(half)
  const tapCount = Math.ceil((2 * reach + 1) / 4) * 4
  const cutoff = (lowPass.passHz + lowPass.stopHz) / lowPass.sampleRate
  const taps = new Float64Array((phaseCount + 1) * tapCount)
  for (let phase = 0; phase <= phaseCount; phase++) {
    const row = taps.subarray(phase * tapCount, (phase + 1) * tapCount)
    let sum = 0
    for (let tap = 0; tap < tapCount; tap++) {
      const distance = tap - reach - phase / phaseCount
      row[tap] = sinc(cutoff * distance) * kaiser(distance / half)
      sum += row[tap]!
    }
    for (let tap = 0; tap < tapCount; tap++) row[tap] = row[tap]! / sum
  }
  return { taps, phaseCount, tapCount, reach }
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

/** @param x position in the window, -1 to 1; zero outside */
function kaiser(x: number): number {
  return Math.abs(x) > 1 ? 0 : besselI0(KAISER_BETA * Math.sqrt(1 - x * x))
}

/** Modified Bessel function of the first kind, order zero, by its power series (Abramowitz & Stegun 9.6.12). */
function besselI0(x: number): number {
  const quarter = (x * x) / 4
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k)
    sum += term
  }
  return sum
}
