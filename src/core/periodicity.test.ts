import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { homomorphicEnvelope } from './envelope'
import { findPeriodicity, rateOf } from './periodicity'
import { simulateHeart } from './simulate'

const quiet = {
  murmur: 'none',
  murmurLevelDb: -40,
  noiseLevelDb: -40,
  durationS: 15,
  sampleRate: 2000,
  seed: 1
} as const
const bpmOf = (pcg: { samples: Float32Array; sampleRate: number }) =>
  rateOf(findPeriodicity(homomorphicEnvelope(pcg)))?.valueBpm

describe('how the loudness repeats', () => {
  it.each([40, 45, 60, 75, 90, 110, 130, 150, 170, 180, 190, 205, 220])('finds %i beats a minute', (heartRateBpm) => {
    expect(Math.abs(bpmOf(simulateHeart({ ...quiet, heartRateBpm }))! - heartRateBpm)).toBeLessThan(3)
  })

  it('finds it under a murmur and noise', () => {
    const loud = { ...quiet, murmur: 'systolic', murmurLevelDb: -12, noiseLevelDb: -24 } as const
    expect(Math.abs(bpmOf(simulateHeart({ ...loud, heartRateBpm: 72 }))! - 72)).toBeLessThan(3)
  })

  it('states none for noise, silence and a tone', () => {
    const rate = { sampleRate: 2000 }
    const noise = simulateHeart({ ...quiet, durationS: 60, heartRateBpm: 60, noiseLevelDb: 0 }).samples.slice()
    let seed = 1
    for (let n = 0; n < noise.length; n++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      noise[n] = seed / 2 ** 31 - 1
    }
    expect(bpmOf({ samples: noise, ...rate })).toBeUndefined()
    expect(bpmOf({ samples: new Float32Array(20_000), ...rate })).toBeUndefined()
    const tone = Float32Array.from({ length: 20_000 }, (_, n) => Math.sin((2 * Math.PI * 110 * n) / 2000))
    expect(bpmOf({ samples: tone, ...rate })).toBeUndefined()
  })

  it('does not change with gain or offset', () => {
    const { samples, sampleRate } = simulateHeart({ ...quiet, heartRateBpm: 66 })
    const louder = { sampleRate, samples: samples.map((sample) => 0.01 * sample + 0.2) }
    expect(bpmOf(louder)).toBeCloseTo(bpmOf({ samples, sampleRate })!, 1)
  })

  it('keeps height and cycle in range for any envelope', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 }), (values) => {
        const { cycleS, height } = findPeriodicity({ values: Float64Array.from(values), sampleRate: 50 })
        expect(cycleS).toBeGreaterThanOrEqual(0.26)
        expect(cycleS).toBeLessThanOrEqual(2.05)
        expect(height).toBeGreaterThanOrEqual(0)
        expect(height).toBeLessThanOrEqual(1)
      })
    )
  })
})
