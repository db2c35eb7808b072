import { describe, expect, it } from 'vitest'
import { signalToNoiseOf } from './signal-to-noise'
import { simulateHeart } from './simulate'

const HEART = {
  heartRateBpm: 70,
  murmur: 'none',
  murmurLevelDb: -20,
  durationS: 20,
  sampleRate: 2000,
  seed: 3
} as const

/** A tenth of the time a tone of amplitude 1, the rest one that is softer by `belowDb`. */
function bursts(belowDb: number): Float32Array {
  const soft = 10 ** (-belowDb / 20)
  return Float32Array.from(
    { length: 20_000 },
    (_, n) => Math.sin((2 * Math.PI * 80 * n) / 2000) * (n % 2000 < 200 ? 1 : soft)
  )
}

describe('signalToNoiseOf', () => {
  it('is the ratio of the loud moments to the quiet ones', () => {
    for (const belowDb of [10, 20, 40]) {
      const power = 10 ** (belowDb / 10)
      expect(signalToNoiseOf({ samples: bursts(belowDb), sampleRate: 2000 })).toBeCloseTo(10 * Math.log10(power - 1), 1)
    }
  })

  it('falls by what the noise rises, and does not hang on gain or offset', () => {
    const of = (noiseLevelDb: number) => simulateHeart({ ...HEART, noiseLevelDb })
    const [clean, noisy] = [signalToNoiseOf(of(-40))!, signalToNoiseOf(of(-25))!]
    expect(clean - noisy).toBeGreaterThan(12)
    expect(clean - noisy).toBeLessThan(18)
    const { samples, sampleRate } = of(-25)
    expect(signalToNoiseOf({ samples: samples.map((value) => 0.1 * value + 0.2), sampleRate })).toBeCloseTo(noisy, 3)
  })

  it('finds nothing above steady noise, and no number where there is no sound', () => {
    let state = 1
    const noise = Float32Array.from({ length: 20_000 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32 - 0.5
    })
    expect(signalToNoiseOf({ samples: noise, sampleRate: 2000 })).toBeLessThan(1)
    expect(signalToNoiseOf({ samples: new Float32Array(20_000), sampleRate: 2000 })).toBeNull()
    expect(signalToNoiseOf({ samples: noise.subarray(0, 400), sampleRate: 2000 })).toBeNull()
  })
})
