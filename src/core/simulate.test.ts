import { describe, expect, it } from 'vitest'
import { filterBothWays, highPass } from './filter'
import { type SimulatedHeart, simulateHeart } from './simulate'

const heart: SimulatedHeart = {
  heartRateBpm: 60,
  murmur: 'none',
  murmurLevelDb: -10,
  noiseLevelDb: -60,
  durationS: 10,
  sampleRate: 2000,
  seed: 7
}
/** Power above the heart sounds' own pitch. */
const murmurPower = (made: SimulatedHeart) => {
  const { samples, sampleRate } = simulateHeart(made)
  return filterBothWays(samples, highPass(150, sampleRate)).reduce((sum, value) => sum + value * value, 0)
}

describe('simulated heart', () => {
  it('has the length and rate that were asked for, and stays within full scale', () => {
    const { samples, sampleRate } = simulateHeart({ ...heart, noiseLevelDb: 0, murmurLevelDb: 0, murmur: 'systolic' })
    expect(samples).toHaveLength(20_000)
    expect(sampleRate).toBe(2000)
    expect(samples.every((sample) => Math.abs(sample) <= 1)).toBe(true)
  })

  it('is the same for the same seed, and another for another', () => {
    expect(simulateHeart(heart).samples).toEqual(simulateHeart(heart).samples)
    expect(simulateHeart(heart).samples).not.toEqual(simulateHeart({ ...heart, seed: 8 }).samples)
  })

  it('adds a murmur only where one is asked for, as loud as asked', () => {
    const none = murmurPower(heart)
    const soft = murmurPower({ ...heart, murmur: 'systolic', murmurLevelDb: -20 })
    const loud = murmurPower({ ...heart, murmur: 'systolic', murmurLevelDb: -6 })
    expect(soft).toBeGreaterThan(2 * none)
    expect(loud).toBeGreaterThan(5 * soft)
    expect(murmurPower({ ...heart, murmur: 'diastolic', murmurLevelDb: -6 })).toBeGreaterThan(5 * none)
  })

  it('refuses a rate that no heart keeps', () => {
    expect(() => simulateHeart({ ...heart, heartRateBpm: 20 })).toThrow(RangeError)
  })
})
