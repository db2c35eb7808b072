import { describe, expect, it } from 'vitest'
import { SCORE_MOVE_SIZE, scoreMove } from './score-move'

const cannotTell = { low: 0.4, high: 0.6 }
const after = { abnormalProbability: 0.8, outcome: 'abnormal-like', cannotTell } as const
const arrows = (from: number) => scoreMove({ abnormalProbability: from }, after).filter(({ tag }) => tag === 'path')

describe('the move of a score', () => {
  it('points from where it was to where it is, and not where it barely moved', () => {
    expect(arrows(0.2)).toHaveLength(1)
    expect(arrows(0.79)).toHaveLength(0)
  })

  it('leaves the score before hollow, gives the other its colour, and keeps both inside', () => {
    const [before, now] = scoreMove({ abnormalProbability: 0 }, after).filter(({ tag }) => tag === 'circle')
    expect(before?.fill).toBe('raised')
    expect(now?.fill).toBe('abnormal')
    expect(Number(before?.attributes['cx'])).toBeGreaterThan(5)
    expect(Number(now?.attributes['cx'])).toBeLessThan(SCORE_MOVE_SIZE.widthPx - 5)
  })
})
