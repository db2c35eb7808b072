import { simulateHeart } from '../../core/simulate'
import { encodeWav } from '../../core/wav'

/** A made-up heart: the time does not depend on whose it is, and anybody can make the same. */
export const HEART = {
  heartRateBpm: 72,
  murmur: 'systolic',
  murmurLevelDb: -20,
  noiseLevelDb: -40,
  seed: 1
} as const

const RECORDING = { durationS: 30, sampleRate: 48_000 } as const

/** 30 s at 48 kHz, mono, 16 bits: as a phone records it. Another `seed` gives other bytes. */
export function makeRecording(seed: number): Uint8Array {
  return encodeWav(simulateHeart({ ...HEART, ...RECORDING, seed }), { bitDepth: 16 })
}
