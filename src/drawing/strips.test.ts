import { describe, expect, it } from 'vitest'
import { stripViews } from './strips'
import { visibleS } from './time-view'

describe('the strips of a recording', () => {
  it.each([2, 11.9, 12.1, 36, 600])('show %d s from the first to the last, none twice', (durationS) => {
    const spans = stripViews(durationS, 600).map(visibleS)
    expect(spans[0]?.fromS).toBe(0)
    for (const [index, { fromS }] of spans.entries()) if (index > 0) expect(fromS).toBeCloseTo(spans[index - 1]!.toS, 9)
    expect(spans.at(-1)?.toS).toBeCloseTo(durationS, 9)
  })

  it('are as few as are readable, and never more than fit', () => {
    expect(stripViews(12, 600)).toHaveLength(1)
    expect(stripViews(36, 600)).toHaveLength(3)
    expect(stripViews(600, 600)).toHaveLength(8)
  })
})
