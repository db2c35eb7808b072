import { describe, expect, it } from 'vitest'
import { calibrated, logOddsOf, sigmoid } from './score'

describe('a score', () => {
  it('is calibrated by two numbers', () => {
    expect(calibrated(2, { scale: 0.5, offset: -1 })).toBeCloseTo(0.5, 12)
  })

  it('goes to log-odds and back, and never beyond all numbers', () => {
    for (const logit of [-20, -1, 0, 3.5, 20]) expect(logOddsOf(sigmoid(logit))).toBeCloseTo(logit, 5)
    expect(logOddsOf(1)).toBeCloseTo(34.5, 1)
    expect(logOddsOf(0)).toBeCloseTo(-34.5, 1)
  })
})
