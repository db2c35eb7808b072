import { describe, expect, it } from 'vitest'
import { heardBeats } from '../../tests/builders/beats'
import type { HeardBeat } from './cardiac-cycle'
import { heartRateOf } from './heart-rate'

/** Beats that are so long, one after the other. */
function beatsOf(gapsS: readonly number[], sureness: (beat: number) => number = () => 0.9): HeardBeat[] {
  let s1S = 0.3
  return heardBeats(
    [0, ...gapsS].map((gapS, beat) => {
      s1S += gapS
      return { s1S, s2S: s1S + 0.1, sureness: sureness(beat) }
    })
  )
}
const rate = (gapsS: readonly number[], sureness?: (beat: number) => number) =>
  heartRateOf(beatsOf(gapsS, sureness))?.valueBpm

describe('the heart rate', () => {
  it.each([40, 72, 150, 220])('is that of the beats: %i a minute', (bpm) => {
    expect(rate(Array.from({ length: 8 }, () => 60 / bpm))).toBeCloseTo(bpm)
  })

  it('is as sure as the beats are', () => {
    expect(heartRateOf(beatsOf([0.8, 0.8, 0.8], () => 0.85))?.confidence).toBeCloseTo(0.85)
  })

  it('does not slow down where a beat was missed, or quicken where one too many was heard', () => {
    expect(rate([0.8, 0.8, 1.6, 0.8, 0.8])).toBeCloseTo(75)
    expect(rate([0.8, 0.8, 0.4, 0.4, 0.8, 0.8])).toBeCloseTo(75)
  })

  it('counts no gap beside a beat that is not marked', () => {
    // Within reach of the others, so that only the doubt about the beat between keeps these two out.
    expect(rate([0.8, 0.8, 0.95, 0.95, 0.8, 0.8], (beat) => (beat === 3 ? 0.3 : 0.9))).toBeCloseTo(75)
  })

  it('is the mean of an uneven rhythm', () => {
    expect(rate([0.7, 0.9, 0.75, 0.85, 0.8])).toBeCloseTo(75)
  })

  it('is not stated of fewer than three gaps, nor where the beats as a whole are in doubt', () => {
    expect(rate([])).toBeUndefined()
    expect(rate([0.8, 0.8])).toBeUndefined()
    expect(rate([0.8, 0.8, 0.8, 0.8], () => 0.65)).toBeUndefined()
  })
})
