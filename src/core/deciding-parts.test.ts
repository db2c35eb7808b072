import { describe, expect, it } from 'vitest'
import { card } from '../../tests/builders/card'
import { answerFrom } from './answer'
import { decidingParts } from './deciding-parts'
import type { Picture } from './picture'

const quality = {
  usable: true,
  score: 1,
  reasons: [],
  levelDb: -20,
  clippedFraction: 0,
  beats: { count: 20, sureness: 0.5 }
}
const answerOf = (logit: number) =>
  answerFrom({ abnormal: [logit], murmur: [-logit] }, quality, card, card.defaultOperatingPoint)

/** 20 s of two rows, a frame a second: the lower pulls to abnormal-like at 12 to 14 s, the upper a little to normal-like. */
const map: Picture<'evidence-map'> = {
  kind: 'evidence-map',
  dims: [2, 20],
  data: Float32Array.from({ length: 40 }, (_, n) => (n < 20 ? (n >= 12 && n < 15 ? 2 : 0) : -0.1)),
  firstS: 0.5,
  hopS: 1
}
describe('the parts that decided', () => {
  it('are the stretch and the band that pulled most towards the answer', () => {
    const [span, band] = decidingParts(map, { answer: answerOf(2), durationS: 20 }, card)
    expect(span).toMatchObject({ kind: 'span' })
    expect(span?.kind === 'span' && span.startS <= 12 && span.endS >= 15 && span.endS - span.startS === 5).toBe(true)
    expect(band).toEqual({ kind: 'band', ...card.evidence.rowsHz[0] })
  })

  it('are others where the answer is on the other side', () => {
    const [, band] = decidingParts(map, { answer: answerOf(-2), durationS: 20 }, card)
    expect(band).toEqual({ kind: 'band', ...card.evidence.rowsHz[1] })
  })

  it('of the murmur are those that pulled towards its own answer', () => {
    const murmurMap = { ...map, kind: 'murmur-evidence-map' as const }
    const heard = decidingParts(murmurMap, { answer: answerOf(-2), durationS: 20 }, card)
    expect(heard).toEqual(decidingParts(map, { answer: answerOf(2), durationS: 20 }, card))
    const { murmur: _, ...older } = answerOf(-2)
    expect(decidingParts(murmurMap, { answer: older, durationS: 20 }, card)).toEqual([])
  })

  it('are none where nothing pulled that way', () => {
    const silent = { ...map, data: new Float32Array(40) }
    expect(decidingParts(silent, { answer: answerOf(2), durationS: 20 }, card)).toEqual([])
  })

  it('leave at least half of a short recording', () => {
    const short = { ...map, data: Float32Array.of(0, 2, 2, 0, -0.1, -0.1, -0.1, -0.1), dims: [2, 4] as const }
    const [span] = decidingParts(short, { answer: answerOf(2), durationS: 4 }, card)
    expect(span).toEqual({ kind: 'span', startS: 1, endS: 3 })
  })
})
