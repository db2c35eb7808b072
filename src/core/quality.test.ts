import { describe, expect, it } from 'vitest'
import { card } from '../../tests/builders/card'
import type { WindowAnalysis } from './analysis'
import { judgeQuality, levelOf } from './quality'

const window = (quality: number): WindowAnalysis => ({
  startS: 0,
  abnormalProbability: 0.5,
  quality,
  isUsable: quality >= card.quality.threshold
})
const sound = {
  levelDb: -20,
  clippedFraction: 0,
  beats: { count: 9, sureness: 0.9 },
  bandwidth: { lowHz: 60, highHz: 100 }
}
const judge = (windows: number[], given: Partial<typeof sound> = {}, isRepeated = false) =>
  judgeQuality({ ...sound, ...given }, windows.map(window), card, isRepeated)

describe('quality', () => {
  it('passes a recording with a heart in it', () => {
    expect(judge([0.9, 0.8])).toMatchObject({ usable: true, reasons: [] })
    expect(judge([0.9, 0.8]).score).toBeCloseTo(0.85, 9)
  })

  it('refuses when too few windows hold a heart, and only mentions it when enough do', () => {
    expect(judge([0.9, 0.1, 0.1])).toMatchObject({ usable: false, reasons: ['no-heart-sound'] })
    expect(judge([0.9, 0.9, 0.1])).toMatchObject({ usable: true, reasons: ['few-usable-windows'] })
  })

  it.each([
    ['silent', { levelDb: -90 }],
    ['clipped', { clippedFraction: 0.2 }],
    ['no-beat', { beats: { count: 9, sureness: 0.5 } }]
  ])('refuses what is %s', (reason, given) => {
    expect(judge([0.9], given)).toMatchObject({ usable: false, reasons: [reason] })
  })

  it('says of a heart that its treble is missing', () => {
    const bandwidth = { lowHz: 60, highHz: 60 }
    expect(judge([0.9], { bandwidth })).toMatchObject({ usable: true, reasons: ['treble-missing'], bandwidth })
  })

  it('says that a short recording was repeated, without refusing it', () => {
    expect(judge([0.9], {}, true)).toMatchObject({ usable: true, reasons: ['short'] })
  })

  it('gives digital silence a level that JSON can hold', () => {
    const { levelDb } = judge([0.1], { levelDb: levelOf(new Float32Array(10)) })
    expect(Number.isFinite(levelDb)).toBe(true)
  })

  it('measures the level without the offset', () => {
    const sine = Float32Array.from({ length: 2000 }, (_, n) => 0.3 + 0.1 * Math.sin((2 * Math.PI * n) / 20))
    expect(levelOf(sine)).toBeCloseTo(20 * Math.log10(0.1 / Math.SQRT2), 3)
  })
})
