import { describe, expect, it } from 'vitest'
import { leastGapS, markDetail } from './beat-marks'

describe('the marks of the beats', () => {
  it('are as near as the nearest two of them, whichever sounds they are', () => {
    expect(leastGapS([])).toBe(Number.POSITIVE_INFINITY)
    expect(leastGapS([{ s1S: 1, s2S: 1.3 }])).toBeCloseTo(0.3)
    expect(
      leastGapS([
        { s1S: 1, s2S: 1.3 },
        { s1S: 1.5, s2S: 1.8 }
      ])
    ).toBeCloseTo(0.2)
  })

  it('are named only where the nearest two have room for a name, though most have', () => {
    const gapS = leastGapS([
      { s1S: 1, s2S: 1.4 },
      { s1S: 1.6, s2S: 2 }
    ])
    expect([50, 100, 169, 171].map((pxPerS) => markDetail(gapS, pxPerS))).toEqual([
      'stroke',
      'triangle',
      'triangle',
      'name'
    ])
  })
})
