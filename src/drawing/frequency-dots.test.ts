import { describe, expect, it } from 'vitest'
import { DOTS_SIZE, dotsFor, frequencyDots } from './frequency-dots'

describe('the hundred dots', () => {
  it.each([0, 1, 38, 100])('fill %i of them, and stand apart within their square', (filled) => {
    const dots = frequencyDots(filled)
    expect(dots).toHaveLength(100)
    expect(dots.filter(({ fill }) => fill !== undefined)).toHaveLength(filled)
    expect(new Set(dots.map(({ attributes: { cx, cy } }) => `${cx} ${cy}`)).size).toBe(100)
    for (const { attributes } of dots) {
      expect(Number(attributes['cx']) + Number(attributes['r'])).toBeLessThanOrEqual(DOTS_SIZE)
      expect(Number(attributes['cy']) - Number(attributes['r'])).toBeGreaterThanOrEqual(0)
    }
  })

  it('are as many as the recordings of a hundred, and none where there are too few recordings', () => {
    expect(dotsFor({ count: 200, abnormal: 77 })).toBe(39)
    expect(dotsFor({ count: 30, abnormal: 0 })).toBe(0)
    expect(dotsFor({ count: 29, abnormal: 10 })).toBeNull()
  })
})
