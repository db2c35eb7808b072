import { describe, expect, it } from 'vitest'
import { readWav16 } from '../../tests/builders/wav-samples'
import type { Pcg } from './pcg'
import { levelOf } from './quality'
import { resample } from './resample'
import { type SimulatedHeart, simulateHeart } from './simulate'
import { compareTakes, judgeTake } from './take-verdict'

const SPEECH = new URL('../../tests/fixtures/phone/speech.wav', import.meta.url)

/** As a phone hears it: 48 kHz. */
function heart(changes: Partial<SimulatedHeart> = {}): Pcg {
  const made = simulateHeart({
    heartRateBpm: 72,
    murmur: 'none',
    murmurLevelDb: -20,
    noiseLevelDb: -40,
    durationS: 10,
    sampleRate: 4000,
    seed: 1,
    ...changes
  })
  return resample(made, 48_000)
}

const changed = ({ samples, sampleRate }: Pcg, change: (value: number, n: number) => number): Pcg => ({
  samples: Float32Array.from(samples, change),
  sampleRate
})

/** Numbers in [-1, 1) that are the same in every run. */
function scatter(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}

describe('the verdict on a take', () => {
  it('calls a clear heart good, and counts its beats', () => {
    const verdict = judgeTake(heart())
    expect(verdict).toMatchObject({ code: 'good', durationS: 10, clippedFraction: 0, spokenFraction: 0 })
    expect(verdict.heartRate?.valueBpm).toBeCloseTo(72, -0.5)
  })

  it('calls a heart with a loud murmur good: what sounds odd is not a fault of the take', () => {
    expect(judgeTake(heart({ murmur: 'systolic', murmurLevelDb: -6 })).code).toBe('good')
  })

  it('calls a soft heart good as long as its beat is heard', () => {
    expect(judgeTake(changed(heart(), (value) => value / 200)).code).toBe('good')
  })

  it.each([0, 0.4, 4.9])('calls %s seconds too short', (durationS) => {
    expect(judgeTake(heart({ durationS })).code).toBe('too-short')
  })

  it('does not call five seconds too short', () => {
    expect(judgeTake(heart({ durationS: 5.01 })).code).toBe('good')
  })

  it('hears that the input is overdriven', () => {
    const verdict = judgeTake(changed(heart(), (value) => Math.max(-0.03, Math.min(0.03, value))))
    expect(verdict.code).toBe('clipped')
    expect(verdict.clippedFraction).toBeGreaterThan(0.02)
  })

  it('calls silence and a hiss that is hardly there too quiet', () => {
    const random = scatter(3)
    expect(judgeTake({ samples: new Float32Array(480_000), sampleRate: 48_000 })).toMatchObject({
      code: 'too-quiet',
      levelDb: -200
    })
    expect(judgeTake({ samples: new Float32Array(480_000).map(() => 0.001 * random()), sampleRate: 48_000 }).code).toBe(
      'too-quiet'
    )
  })

  it('finds no beat in noise', () => {
    const random = scatter(5)
    const noise = { samples: new Float32Array(480_000).map(() => 0.5 * random()), sampleRate: 48_000 }
    expect(judgeTake(noise).code).toBe('no-beat')
  })

  it('hears speech, alone and over a heart of the same loudness', () => {
    const speech = resample(readWav16(SPEECH), 48_000)
    expect(judgeTake(speech).code).toBe('speech')
    const quiet = heart({ durationS: 6 })
    const gain = 10 ** ((levelOf(quiet.samples) - levelOf(speech.samples)) / 20)
    const both = changed(quiet, (value, n) => value + gain * (speech.samples[n] ?? 0))
    expect(judgeTake(both).code).toBe('speech')
  })

  it('hears a phone that rubs over cloth', () => {
    const random = scatter(7)
    const quiet = heart()
    // A scratch of an eighth of a second, two or three times a second, never at the same distance.
    const scratches = Array.from({ length: 25 }, (_, index) => Math.round(48_000 * (0.4 * index + 0.3 * random())))
    const rubbed = Float32Array.from(quiet.samples)
    for (const start of scratches)
      for (let n = 0; n < 6000; n++) {
        const at = start + n
        if (at >= 0 && at < rubbed.length) rubbed[at]! += 0.4 * random() * Math.sin((Math.PI * n) / 6000)
      }
    expect(judgeTake({ ...quiet, samples: rubbed }).code).toBe('rubbing')
  })

  it('puts the better of two takes first', () => {
    const good = judgeTake(heart())
    const fainter = judgeTake(heart({ noiseLevelDb: -8 }))
    const short = judgeTake(heart({ durationS: 3 }))
    expect([short, fainter, good].sort(compareTakes)).toEqual([good, fainter, short])
  })
})
