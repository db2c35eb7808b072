import { bandPass } from '../../src/core/filter'
import type { Pcg } from '../../src/core/pcg'
import type { Beat } from '../../src/core/picture'

export type MurmurPhase = 'systolic' | 'diastolic'

/** Turbulence of a middling pitch. */
const PITCH_HZ = { low: 120, high: 260 }
/** So much of the interval at either end belongs to the heart sounds, seconds. */
const SOUND_S = 0.07

/**
 * A real heart with a murmur put into each of its beats: noise that swells and fades between the sounds.
 *
 * @param beats of the recording, in order
 * @param levelDb root mean square of the murmur while it sounds, against that of the first sounds
 */
export function withMurmur(
  { samples, sampleRate }: Pcg,
  beats: readonly Beat[],
  phase: MurmurPhase,
  levelDb: number
): Pcg {
  const noise = bandPass(Float64Array.from({ length: samples.length }, whiteNoise(1)), PITCH_HZ, sampleRate)
  const murmur = new Float64Array(samples.length)
  beats.forEach(({ s1S, s2S }, index) => {
    const nextS = beats[index + 1]?.s1S
    const [fromS, toS] = phase === 'systolic' ? [s1S, s2S] : [s2S, nextS ?? s2S]
    const [start, end] = [fromS + SOUND_S, toS - SOUND_S].map((timeS) => Math.round(timeS * sampleRate)) as [
      number,
      number
    ]
    for (let n = start; n < end; n++) murmur[n] = noise[n]! * Math.sin((Math.PI * (n - start)) / (end - start))
  })
  const firstSounds = beats.flatMap(({ s1S }) => {
    const middle = Math.round(s1S * sampleRate)
    return [...samples.subarray(middle - 0.05 * sampleRate, middle + 0.05 * sampleRate)]
  })
  const gain = (loudness(firstSounds) * 10 ** (levelDb / 20)) / loudness([...murmur].filter((value) => value !== 0))
  return { samples: samples.map((sample, n) => sample + gain * murmur[n]!), sampleRate }
}

function loudness(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
}

/** Repeatable: linear congruential, Numerical Recipes. */
function whiteNoise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}
