import { describe, expect, it } from 'vitest'
import { gauge } from './gauge'

const LABELS = { normalEnd: 'left', abnormalEnd: 'right', band: 'middle', threshold: 'threshold 0.50', score: '0.71' }
const answer = {
  outcome: 'abnormal-like',
  reason: null,
  abnormalProbability: 0.71,
  interval: { low: 0.65, high: 0.76 },
  threshold: 0.5,
  cannotTell: { low: 0.4, high: 0.6 }
} as const

const textsOf = ({ shapes }: ReturnType<typeof gauge>) => shapes.flatMap(({ text }) => text ?? [])

describe('the gauge', () => {
  it('names its ends, its band and its threshold, and the score in the colour of the answer', () => {
    const drawn = gauge(answer, LABELS, 600, 16)
    expect(textsOf(drawn).sort()).toEqual(Object.values(LABELS).sort())
    expect(drawn.shapes.find(({ text }) => text === LABELS.score)?.fill).toBe('abnormal')
  })

  it('gives a refused recording no marker, but one in the middle its own, hollow', () => {
    const refused = gauge({ ...answer, outcome: 'cannot-tell', reason: 'no-heart-sound' }, LABELS, 600, 16)
    expect(textsOf(refused)).not.toContain(LABELS.score)
    expect(refused.shapes.some(({ tag }) => tag === 'path')).toBe(false)
    const between = gauge({ ...answer, outcome: 'cannot-tell', reason: 'between' }, LABELS, 600, 16)
    expect(between.shapes.find(({ tag }) => tag === 'path')).toMatchObject({ fill: 'raised', stroke: 'unclear' })
  })

  it('is taller where the band’s name has a line of its own, and holds all its text', () => {
    const low = gauge({ ...answer, cannotTell: { low: 0.05, high: 0.12 } }, LABELS, 320, 16)
    expect(low.heightPx).toBeGreaterThan(gauge(answer, LABELS, 600, 16).heightPx)
    for (const { tag, attributes } of low.shapes) {
      if (tag === 'text') expect(Number(attributes['y'])).toBeLessThan(low.heightPx)
    }
  })
})
