import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analysisOf, refused } from '../../tests/builders/analysis'
import { card } from '../../tests/builders/card'
import { answerAgain, untunedLogOdds } from './answer-again'
import { notDrawn, type Picture } from './picture'

const evidenceMap: Picture<'evidence-map'> = {
  kind: 'evidence-map',
  dims: [2, 12],
  data: Float32Array.from({ length: 24 }, (_, n) => (n % 12 < 6 ? 1 : -1)),
  firstS: 0.5,
  hopS: 1
}

const logits = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 6 })
const tuning = fc.option(
  fc.record({
    name: fc.constant('Blue one'),
    scale: fc.double({ min: 0.5, max: 2, noNaN: true }),
    offset: fc.double({ min: -4, max: 4, noNaN: true })
  })
)

/** Nearer to 0 or 1 a double tells its log-odds to fewer digits, and at last none. */
const NEAREST_TOLD = 1e-9
const DIGITS = 6

/** What was said before tells what is said again, as far as it has digits for it. */
function expectMoved(before: number, again: number | undefined, wanted: number): void {
  if (before > NEAREST_TOLD && before < 1 - NEAREST_TOLD) expect(again).toBeCloseTo(wanted, DIGITS)
}

describe('an answer made again', () => {
  it('is what the network would have been answered, for any scale and purpose, there and back', () => {
    const point = fc.constantFrom('miss-few' as const, 'balanced' as const, 'alarm-few' as const)
    fc.assert(
      fc.property(logits, tuning, tuning, point, (heard, before, after, operatingPoint) => {
        const said = analysisOf(heard, before)
        const again = answerAgain(said, notDrawn('evidence-map'), card, {
          operatingPoint,
          tuning: after
        })
        const wanted = analysisOf(heard, after, operatingPoint)
        expect(again.answer.tuning).toEqual(wanted.answer.tuning)
        expect(again.answer.operatingPoint).toBe(operatingPoint)
        expect(again.answer.threshold).toBe(wanted.answer.threshold)
        expect(again.answer.murmur).toEqual(wanted.answer.murmur)
        const scores = ({ answer, windows }: typeof said) => [
          ...[answer.abnormalProbability, answer.interval.low, answer.interval.high],
          ...windows.map(({ abnormalProbability }) => abnormalProbability)
        ]
        const found = scores(again)
        for (const [n, score] of scores(wanted).entries()) expectMoved(scores(said)[n]!, found[n], score)
      })
    )
  })

  it('is to the last digit what it was where nothing new is chosen', () => {
    const kept = analysisOf([1, 2, 4], { name: 'Blue one', scale: 1.3, offset: -0.7 })
    expect(
      answerAgain(kept, notDrawn('evidence-map'), card, {
        operatingPoint: 'balanced',
        tuning: kept.answer.tuning ?? null
      })
    ).toEqual(kept)
  })

  it('still says what reading the file showed', () => {
    const kept = analysisOf([1, 2, 4], null)
    const cut = { code: 'cut-short', durationS: 12.4 } as const
    const again = answerAgain({ ...kept, findings: [cut, ...kept.findings] }, notDrawn('evidence-map'), card, {
      operatingPoint: 'miss-few',
      tuning: null
    })
    expect(again.findings[0]).toEqual(cut)
    expect(again.findings.slice(1).map(({ code }) => code)).not.toContain('cut-short')
  })

  it('turns to the other side, and names the stretch that speaks for that', () => {
    const kept = analysisOf([2, 2], null)
    expect(kept.answer.outcome).toBe('abnormal-like')
    const turned = answerAgain(kept, evidenceMap, card, {
      operatingPoint: 'balanced',
      tuning: { name: 'Blue one', scale: 1, offset: -4 }
    })
    expect(turned.answer.outcome).toBe('normal-like')
    expect(turned.findings).toContainEqual(
      expect.objectContaining({ code: 'strongest-span', side: 'normal-like', startS: expect.closeTo(6, 0) })
    )
  })

  it('still refuses what was refused', () => {
    const again = answerAgain(refused(analysisOf([2])), notDrawn('evidence-map'), card, {
      operatingPoint: 'balanced',
      tuning: null
    })
    expect(again.answer).toMatchObject({ outcome: 'cannot-tell', reason: 'no-heart-sound' })
  })

  it('knows the score on the card’s own scale, also far out', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), tuning, (logit, tuned) => {
        expect(untunedLogOdds(analysisOf([logit], tuned).answer)).toBeCloseTo(logit, 5)
      })
    )
    expect(Number.isFinite(untunedLogOdds(analysisOf([900], null).answer))).toBe(true)
  })

  it('is not made of what another network said', () => {
    const other = { ...analysisOf([1], null), model: { name: 'test', version: '0.9.0', sha256: 'f'.repeat(64) } }
    expect(() =>
      answerAgain(other, notDrawn('evidence-map'), card, { operatingPoint: 'balanced', tuning: null })
    ).toThrow(RangeError)
  })
})
