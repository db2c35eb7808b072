import { describe, expect, it } from 'vitest'
import { STEPS } from '../core/analysis'
import { progressFraction, stepMarks } from './progress'

describe('the progress of an analysis', () => {
  it('goes from nothing to all, a step as much as another', () => {
    expect(progressFraction({ step: STEPS[0], fraction: 0 })).toBe(0)
    expect(progressFraction({ step: 'decoding', fraction: 1 })).toBeCloseTo(0.5)
    expect(progressFraction({ step: 'beat', fraction: 1 })).toBe(1)
  })

  it('ticks off what is done', () => {
    expect(stepMarks('model').map(({ mark }) => mark)).toEqual(['done', 'done', 'now', 'next'])
    expect(stepMarks(null).every(({ mark }) => mark === 'next')).toBe(true)
  })
})
