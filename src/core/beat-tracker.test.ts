import { describe, expect, it } from 'vitest'
import { BeatTracker, type LiveBeat } from './beat-tracker'
import type { Pcg } from './pcg'
import { resample } from './resample'
import { simulateHeart } from './simulate'

const heart = (noiseLevelDb: number) =>
  simulateHeart({
    heartRateBpm: 75,
    murmur: 'none',
    murmurLevelDb: -20,
    noiseLevelDb,
    durationS: 10,
    sampleRate: 2000,
    seed: 2
  })

/** The beat after each tenth of a second. */
function follow({ samples, sampleRate }: Pcg): (LiveBeat | null)[] {
  const tracker = new BeatTracker(sampleRate)
  const step = sampleRate / 10
  return Array.from({ length: Math.floor(samples.length / step) }, (_, index) =>
    tracker.push(samples.subarray(index * step, (index + 1) * step))
  )
}

describe('the live beat', () => {
  it('is found within four seconds and has the heart’s own cycle', () => {
    const beats = follow(heart(-40))
    expect(beats.slice(0, 29)).toEqual(new Array(29).fill(null))
    for (const beat of beats.slice(40)) expect(beat?.cycleS).toBeCloseTo(0.8, 1)
  })

  it('foretells when the next first sound is loudest', () => {
    const beats = follow(heart(-40))
    const next = beats.at(-1)!.nextBeatS
    // The simulator starts at 0.1 s and keeps 0.8 s but for its breathing; S1 is loudest soon after its start.
    const offset = (next - 0.1) / 0.8
    expect(Math.abs(offset - Math.round(offset))).toBeLessThan(0.25)
    expect(next).toBeGreaterThan(9.7)
    expect(next).toBeLessThan(11)
  })

  it('hears none in silence and none in noise', () => {
    expect(follow({ samples: new Float32Array(20_000), sampleRate: 2000 }).some(Boolean)).toBe(false)
    expect(follow(heart(20)).filter(Boolean).length).toBeLessThan(10)
  })

  it('forgets a beat that has stopped', () => {
    const { samples } = heart(-40)
    const stopped = new Float32Array(32_000)
    stopped.set(samples)
    expect(follow({ samples: stopped, sampleRate: 2000 }).at(-1)).toBeNull()
  })

  it('hears the same at the rate of a phone', () => {
    const beats = follow(resample(heart(-40), 44_100))
    expect(beats.at(-1)?.cycleS).toBeCloseTo(0.8, 1)
  })
})
