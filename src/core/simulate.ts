import { bandPass } from './filter'
import type { Pcg } from './pcg'

/** How fast a made heart may beat, a minute. */
export const SIMULATED_BPM = { least: 40, most: 220 } as const

/** A heart that is made, not heard. Levels are relative to the loudness of S1. */
export interface SimulatedHeart {
  /** Within {@link SIMULATED_BPM}. */
  heartRateBpm: number
  murmur: 'none' | 'systolic' | 'diastolic'
  /** dB, not above 0. */
  murmurLevelDb: number
  /** dB, not above 0. */
  noiseLevelDb: number
  durationS: number
  /** Hz. */
  sampleRate: number
  /** The same seed gives the same samples. */
  seed: number
}

/** Loudness of S1 at its peak, full scale being 1. */
const S1_PEAK = 0.4
/** Length of the two sounds and loudness of the second. @source Schmidt et al., Physiol. Meas. 31:513 (2010), mean durations */
const S1 = { lengthS: 0.122, frequenciesHz: [32, 48, 71], gain: 1 }
const S2 = { lengthS: 0.092, frequenciesHz: [41, 63, 88], gain: 0.7 }
/** Murmurs are turbulent flow: noise in this band. */
const MURMUR_HZ = { low: 90, high: 300 }
/** A healthy rhythm breathes: each beat is a few per cent longer or shorter than the one before. */
const RATE_VARIATION = 0.02

/**
 * A heart sound made from damped oscillations (S1, S2) and shaped noise (murmur, background).
 *
 * For demonstration and tests: it shows what the words mean, not what a patient sounds like.
 *
 * @throws {RangeError} when the rate is out of range
 * @source systole from the rate: Weissler et al., Circulation 37:149 (1968), 546 ms - 2.1 ms per bpm from Q to S2; S1 about 60 ms after Q
 */
export function simulateHeart(heart: SimulatedHeart): Pcg {
  const { heartRateBpm, durationS, sampleRate, seed } = heart
  if (!(heartRateBpm >= SIMULATED_BPM.least && heartRateBpm <= SIMULATED_BPM.most))
    throw new RangeError(`heart rate ${heartRateBpm} bpm`)
  const random = gaussian(seed)
  const length = Math.round(durationS * sampleRate)
  const samples = new Float64Array(length)
  const murmur = new Float64Array(length)
  const systoleS = Math.max(0.15, (546 - 2.1 * heartRateBpm) / 1000 - 0.06)
  for (let beatS = 0.1; beatS < durationS; beatS += (60 / heartRateBpm) * (1 + RATE_VARIATION * random())) {
    addSound(samples, sampleRate, beatS, S1)
    addSound(samples, sampleRate, beatS + systoleS, S2)
    if (heart.murmur === 'systolic') shape(murmur, sampleRate, beatS + S1.lengthS, beatS + systoleS)
    if (heart.murmur === 'diastolic') {
      shape(murmur, sampleRate, beatS + systoleS + S2.lengthS, beatS + 60 / heartRateBpm - 0.05)
    }
  }
  const turbulence = bandNoise(length, sampleRate, MURMUR_HZ, random)
  const background = bandNoise(length, sampleRate, { low: 20, high: 0.4 * sampleRate }, random)
  const murmurGain = S1_PEAK * 10 ** (heart.murmurLevelDb / 20)
  const noiseGain = S1_PEAK * 10 ** (heart.noiseLevelDb / 20)
  return {
    sampleRate,
    samples: Float32Array.from(samples, (value, n) =>
      Math.max(-1, Math.min(1, S1_PEAK * value + murmurGain * murmur[n]! * turbulence[n]! + noiseGain * background[n]!))
    )
  }
}

interface Sound {
  lengthS: number
  frequenciesHz: readonly number[]
  gain: number
}

/** Adds one heart sound: a few damped oscillations under a raised-cosine attack. */
function addSound(
  target: Float64Array,
  sampleRate: number,
  startS: number,
  { lengthS, frequenciesHz, gain }: Sound
): void {
  const start = Math.round(startS * sampleRate)
  for (let n = 0; n < 2 * lengthS * sampleRate && start + n < target.length; n++) {
    const t = n / sampleRate
    const attack = t < 0.015 ? 0.5 - 0.5 * Math.cos((Math.PI * t) / 0.015) : 1
    const decay = Math.exp((-4 * t) / lengthS)
    let value = 0
    for (const frequency of frequenciesHz) value += Math.sin(2 * Math.PI * frequency * t) / frequenciesHz.length
    target[start + n]! += gain * 1.6 * attack * decay * value
  }
}

/** A half-sine between two instants: the murmur swells and fades. */
function shape(target: Float64Array, sampleRate: number, startS: number, endS: number): void {
  const [start, end] = [Math.round(startS * sampleRate), Math.min(target.length, Math.round(endS * sampleRate))]
  for (let n = start; n < end; n++) target[n] = Math.sin((Math.PI * (n - start)) / (end - start))
}

/** Noise of root mean square 0.3 in a band. */
function bandNoise(
  length: number,
  sampleRate: number,
  bandHz: { low: number; high: number },
  random: () => number
): Float64Array {
  const white = Float64Array.from({ length }, random)
  const band = bandPass(white, bandHz, sampleRate)
  const power = band.reduce((sum, value) => sum + value * value, 0) / Math.max(1, length)
  return band.map((value) => (0.3 * value) / Math.sqrt(power || 1))
}

/**
 * Normally distributed numbers from a seed.
 *
 * @source Box and Muller (1958) over the mulberry32 generator
 */
function gaussian(seed: number): () => number {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
