import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { card } from '../../tests/builders/card'
import type { Quality, QualityReason } from './analysis'
import { answerFrom, certaintyOf } from './answer'

const good: Quality = {
  usable: true,
  score: 1,
  reasons: [],
  levelDb: -20,
  clippedFraction: 0,
  beats: { count: 20, sureness: 0.8 }
}
const bad = (...reasons: QualityReason[]): Quality => ({ ...good, usable: false, reasons })
const answer = (logits: number[], quality = good) =>
  answerFrom({ abnormal: logits, murmur: logits }, quality, card, 'balanced')
/** Of the murmur, whatever the first question is answered. */
const murmur = (logits: number[], quality = good) =>
  answerFrom({ abnormal: [-4], murmur: logits }, quality, card, 'balanced').murmur!

describe('answer', () => {
  it('is normal-like and certain at a probability of two in a hundred', () => {
    const { outcome, abnormalProbability, certainty, reason } = answer([Math.log(0.02 / 0.98)])
    expect(outcome).toBe('normal-like')
    expect(abnormalProbability).toBeCloseTo(0.02, 6)
    expect(certainty).toBeCloseTo(0.95, 6)
    expect(reason).toBeNull()
  })

  it('is abnormal-like and as certain at ninety-eight in a hundred', () => {
    const { outcome, certainty } = answer([Math.log(0.98 / 0.02)])
    expect(outcome).toBe('abnormal-like')
    expect(certainty).toBeCloseTo(0.95, 6)
  })

  it('cannot tell between the two, and still gives the probability', () => {
    expect(answer([0.1])).toMatchObject({ outcome: 'cannot-tell', reason: 'between', certainty: 0 })
    expect(answer([0.1]).abnormalProbability).toBeCloseTo(0.525, 3)
  })

  it('names the strongest reason first', () => {
    expect(answer([4], bad('no-heart-sound', 'silent')).reason).toBe('silent')
    expect(answer([4], bad('no-heart-sound', 'no-beat')).reason).toBe('no-heart-sound')
    expect(answer([0], bad('treble-missing', 'no-beat')).reason).toBe('no-beat')
    expect(answer([0], { ...good, reasons: ['treble-missing'] }).reason).toBe('treble-missing')
  })

  it('does not refuse for what only deserves a word', () => {
    expect(answer([4], { ...good, reasons: ['short', 'few-usable-windows'] }).outcome).toBe('abnormal-like')
  })

  it('counts the recordings that were most like it', () => {
    expect(answer([-4]).similar.count).toBe(100)
    expect(answer([-4]).similar.abnormal).toBeCloseTo(8, 0)
    expect(answer([4]).similar.count).toBe(80)
    expect(answer([4]).similar.abnormal).toBeCloseTo(72, 0)
    expect(answer([4]).baseRate).toBe(0.5)
  })

  it('widens its interval with the disagreement of the windows', () => {
    const width = ({ interval }: ReturnType<typeof answer>) => interval.high - interval.low
    expect(width(answer([1, 1, 1, 1]))).toBeCloseTo(0, 9)
    expect(width(answer([-1, 3, -1, 3]))).toBeGreaterThan(width(answer([0.5, 1.5, 0.5, 1.5])))
    expect(width(answer([2]))).toBe(0)
  })

  it('moves its threshold with the operating point', () => {
    const probability = (p: number) => [Math.log(p / (1 - p))]
    const at = (p: number) => ({ abnormal: probability(p), murmur: probability(p) })
    expect(answerFrom(at(0.5), good, card, 'miss-few').outcome).toBe('abnormal-like')
    expect(answerFrom(at(0.5), good, card, 'alarm-few').outcome).toBe('normal-like')
  })

  it('keeps certainty between 0 and 1 and alike on both sides of a centred band', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 0.49, noNaN: true }),
        (p, half) => {
          const band = { low: 0.5 - half, high: 0.5 + half }
          const certainty = certaintyOf(p, band)
          expect(certainty).toBeGreaterThanOrEqual(0)
          expect(certainty).toBeLessThanOrEqual(1 + 1e-12)
          expect(certainty).toBeCloseTo(certaintyOf(1 - p, band), 9)
        }
      )
    )
  })
})

describe('the answer about murmurs', () => {
  it('is one of its own: a murmur is heard where the first answer is normal-like', () => {
    const { outcome, murmur } = answerFrom({ abnormal: [-4], murmur: [4] }, good, card, 'balanced')
    expect(outcome).toBe('normal-like')
    expect(murmur?.outcome).toBe('murmur')
  })

  it('has a band of its own', () => {
    expect(murmur([-2]).outcome).toBe('no-murmur')
    expect(murmur([0.7]).outcome).toBe('cannot-tell')
    expect(murmur([1]).outcome).toBe('murmur')
  })

  it('is refused together with the first, and keeps its score', () => {
    const refused = murmur([4], bad('no-heart-sound'))
    expect(refused.outcome).toBe('cannot-tell')
    expect(refused.probability).toBeCloseTo(0.982, 3)
  })

  it('is given where only the first score lies in the middle', () => {
    expect(answerFrom({ abnormal: [0], murmur: [4] }, good, card, 'balanced')).toMatchObject({
      outcome: 'cannot-tell',
      murmur: { outcome: 'murmur' }
    })
  })

  it('counts the recordings that were most like it by the murmurs heard in them', () => {
    expect(murmur([4]).similar.count).toBe(50)
    expect(murmur([4]).similar.murmur).toBeCloseTo(45, 0)
    expect(murmur([4]).baseRate).toBe(0.2)
  })
})
