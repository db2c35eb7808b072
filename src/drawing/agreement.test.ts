import { describe, expect, it } from 'vitest'
import type { WindowAnalysis } from '../core/analysis'
import { agreementStrip } from './agreement'

const window = (startS: number, abnormalProbability: number, isUsable = true): WindowAnalysis => ({
  startS,
  abnormalProbability,
  quality: isUsable ? 0.9 : 0,
  isUsable
})
const cannotTell = { low: 0.4, high: 0.6 }
const windows = [window(0, 0.1), window(2.5, 0.5), window(4, 0.9), window(6, 0.9, false)]

describe('the strip of windows', () => {
  it('gives each usable window the shape of its side and a place by its score, within the strip', () => {
    const { band, marks } = agreementStrip(windows, { cannotTell, reason: null }, 5, 10)
    expect(marks.map(({ side }) => side)).toEqual(['normal-like', 'cannot-tell', 'abnormal-like', 'abnormal-like'])
    expect(marks[1]?.heightPercent).toBeGreaterThan(band.lowPercent)
    expect(marks[1]?.heightPercent).toBeLessThan(band.highPercent)
    expect(marks[3]?.heightPercent).toBeNull()
    expect(marks.map(({ endS }) => endS)).toEqual([5, 7.5, 9, 10])
    const ends = agreementStrip([window(0, 0), window(2, 1)], { cannotTell, reason: null }, 5, 10).marks
    for (const { heightPercent } of ends) {
      expect(heightPercent).toBeGreaterThan(0)
      expect(heightPercent).toBeLessThan(100)
    }
  })

  it('lets no window of a refused recording take a side, but those of one in the middle', () => {
    const sidesAt = (reason: 'no-heart-sound' | 'between') =>
      agreementStrip(windows, { cannotTell, reason }, 5, 10).marks.map(({ side }) => side)
    expect(new Set(sidesAt('no-heart-sound'))).toEqual(new Set(['cannot-tell']))
    expect(sidesAt('between')).toContain('abnormal-like')
  })
})
