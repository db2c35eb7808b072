import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile } from './quantile'

describe('a quantile', () => {
  it('lies between two values in proportion', () => {
    expect(quantile(Float32Array.of(4, 1, 3, 2), 0.5)).toBe(2.5)
    expect(quantile(Float32Array.of(10, 0), 0.95)).toBeCloseTo(9.5, 6)
    expect(quantile(Float32Array.of(7), 0.3)).toBe(7)
  })

  it('is what a sort would find', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, share) => {
        const sorted = [...drawn].sort((a, b) => a - b)
        const place = share * (sorted.length - 1)
        const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
        expect(quantile(Float32Array.from(drawn), share)).toBeCloseTo(below + (place % 1) * (above - below), 9)
      })
    )
  })
})
