import { describe, expect, it } from 'vitest'
import { STEPS } from '../core/analysis'
import { progressFraction, stepMarks } from './progress'

describe('the progress of an analysis', () => {
  it('goes from nothing to all, a step as much as another', () => {
    expect(progressFraction({ step: STEPS[0], fraction: 0 })).toBe(0)
    expect(progressFraction({ step: 'listening', fraction: 0.5 })).toBeCloseTo(0.5)
    expect(progressFraction({ step: 'beat', fraction: 1 })).toBe(1)
  })

  it('ticks off what is done', () => {
    expect(stepMarks('listening').map(({ mark }) => mark)).toEqual(['done', 'done', 'now', 'next', 'next'])
    expect(stepMarks(null).every(({ mark }) => mark === 'next')).toBe(true)
  })
})
