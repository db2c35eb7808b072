import { describe, expect, it } from 'vitest'
import { calibrated } from './score'

describe('a score', () => {
  it('is calibrated by two numbers', () => {
    expect(calibrated(2, { scale: 0.5, offset: -1 })).toBeCloseTo(0.5, 12)
  })
})
