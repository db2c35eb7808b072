import { describe, expect, it } from 'vitest'
import { tickAnchor, ticksBetween } from './axis-ticks'

describe('ticksBetween', () => {
  it('chooses round steps that leave room', () => {
    expect(ticksBetween(0, 20, 10)).toEqual({ values: [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20], digits: 0 })
    expect(ticksBetween(0, 35.7, 8).values).toEqual([0, 5, 10, 15, 20, 25, 30, 35])
  })

  it('gives as many digits as neighbours need', () => {
    const { values, digits } = ticksBetween(1.02, 1.31, 6)
    expect(digits).toBe(2)
    expect(values.map((value) => value.toFixed(digits))).toEqual(['1.05', '1.10', '1.15', '1.20', '1.25', '1.30'])
  })

  it('lets no error pile up and reaches both ends', () => {
    const { values } = ticksBetween(0, 0.7, 7)
    expect(values).toHaveLength(8)
    expect(values.at(-1)).toBeCloseTo(0.7, 12)
  })

  it('works below zero', () => {
    expect(ticksBetween(-87.2, -7.2, 4).values).toEqual([-80, -60, -40, -20])
  })

  it('gives none where there is no range or no room', () => {
    expect(ticksBetween(3, 3, 5).values).toEqual([])
    expect(ticksBetween(0, 10, 0.4).values).toEqual([])
  })

  it('sets a label inwards where an edge would cut it', () => {
    expect(tickAnchor(19, '10.15', 500)).toBe('start')
    expect(tickAnchor(20, '10.15', 500)).toBe('middle')
    expect(tickAnchor(481, '10.15', 500)).toBe('end')
    expect(tickAnchor(5, '0', 500)).toBe('middle')
  })
})
