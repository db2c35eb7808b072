import type { Pcg } from './pcg'

/** A part of a recording: a stretch of time, or a band of pitch. */
export type Part = { kind: 'span'; startS: number; endS: number } | { kind: 'band'; lowHz: number; highHz: number }

/** Long enough that no click is heard, short beside a heart sound. */
const FADE_S = 0.02
/** Length of the filter that cuts a band out: its edges are 5.5 / KERNEL_S = 28 Hz wide. */
const KERNEL_S = 0.2

/**
 * The recording without one of its parts, to hear and to measure what that part did.
 *
 * A span fades to silence and back; a band is what a linear-phase filter lets through, taken away.
 *
 * @returns a new recording of the same length and rate
 * @throws {RangeError} when the part is empty or lies outside the recording
 */
export function leavePartOut(pcg: Pcg, part: Part): Pcg {
  const { samples, sampleRate } = pcg
  return { sampleRate, samples: part.kind === 'span' ? withoutSpan(pcg, part) : withoutBand(samples, sampleRate, part) }
}

function withoutSpan({ samples, sampleRate }: Pcg, { startS, endS }: { startS: number; endS: number }): Float32Array {
  const [start, end] = [Math.round(startS * sampleRate), Math.min(samples.length, Math.round(endS * sampleRate))]
  if (!(start >= 0 && start < end)) throw new RangeError(`no sound from ${startS} s to ${endS} s`)
  const fade = Math.max(1, Math.min(FADE_S * sampleRate, (end - start) / 2))
  return samples.map((sample, n) => {
    if (n < start || n >= end) return sample
    const inside = Math.min(n - start, end - 1 - n)
    return inside < fade ? sample * (0.5 + 0.5 * Math.cos((Math.PI * inside) / fade)) : 0
  })
}

function withoutBand(
  samples: Float32Array,
  sampleRate: number,
  { lowHz, highHz }: { lowHz: number; highHz: number }
): Float32Array {
  if (!(lowHz < highHz)) throw new RangeError(`no band from ${lowHz} Hz to ${highHz} Hz`)
  const kernel = bandKernel(lowHz / sampleRate, Math.min(0.5, highHz / sampleRate), Math.round(KERNEL_S * sampleRate))
  const half = (kernel.length - 1) / 2
  return samples.map((sample, n) => {
    let band = 0
    const last = Math.min(kernel.length - 1, n + half)
    for (let tap = Math.max(0, n + half - samples.length + 1); tap <= last; tap++) {
      band += kernel[tap]! * samples[n + half - tap]!
    }
    return sample - band
  })
}

/**
 * Band-pass of odd length: the difference of two windowed sincs.
 *
 * @param low edges in cycles per sample, 0 to 0.5
 * @source Oppenheim and Schafer, Discrete-Time Signal Processing, section 7.5: Blackman window
 */
function bandKernel(low: number, high: number, length: number): Float64Array {
  const half = length >> 1
  const sinc = (edge: number, n: number) => (n === 0 ? 2 * edge : Math.sin(2 * Math.PI * edge * n) / (Math.PI * n))
  return Float64Array.from({ length: 2 * half + 1 }, (_, tap) => {
    const phase = (Math.PI * tap) / half
    const window = 0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase)
    return window * (sinc(high, tap - half) - sinc(low, tap - half))
  })
}
