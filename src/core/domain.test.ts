import { describe, expect, it } from 'vitest'
import { domainOf } from './domain'
import { tensor } from './tensor'

const rule = { mean: [1, -1], deviation: [2, 0.5], median: 1, far: 2 }
const embedding = (...rows: number[][]) => tensor([rows.length, 2], Float32Array.from(rows.flat()))

describe('distance to the training audio', () => {
  it('is zero at its mean and counts in its deviations', () => {
    expect(domainOf(embedding([1, -1]), [true], rule)).toEqual({ distance: 0, isFar: false })
    expect(domainOf(embedding([3, -0.5]), [true], rule).distance).toBeCloseTo(1, 6)
    expect(domainOf(embedding([9, 1]), [true], rule).isFar).toBe(true)
  })

  it('looks at usable windows, or at all where none is usable', () => {
    const two = embedding([1, -1], [9, 3])
    expect(domainOf(two, [true, false], rule).distance).toBe(0)
    expect(domainOf(two, [false, false], rule)).toEqual(domainOf(two, [true, true], rule))
  })

  it('refuses a card of another model', () => {
    expect(() => domainOf(tensor([1, 3], new Float32Array(3)), [true], rule)).toThrow(RangeError)
  })
})
