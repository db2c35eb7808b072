import { describe, expect, it } from 'vitest'
import { card } from '../../tests/builders/card'
import type { Analysis, CannotTellReason, QualityReason, WindowAnalysis } from './analysis'
import { answerFrom } from './answer'
import { findingsOf } from './findings'

const quality = {
  usable: true,
  score: 1,
  reasons: [],
  levelDb: -20,
  clippedFraction: 0,
  beats: { count: 20, sureness: 0.8 }
}
const domain = { distance: 1, isFar: false }
const window = (abnormalProbability: number, startS: number): WindowAnalysis => ({
  startS,
  abnormalProbability,
  quality: 0.9,
  isUsable: true
})
const logit = (probability: number) => Math.log(probability / (1 - probability))

/** Of a recording whose windows have these scores; the cannot-tell band reaches from 0.4 to 0.6. */
function measured(scores: readonly number[], changes: Partial<Analysis['answer']> = {}): Omit<Analysis, 'findings'> {
  const answer = answerFrom({ abnormal: scores.map(logit), murmur: [0] }, quality, card, 'balanced')
  return {
    durationS: 20,
    answer: { ...answer, ...changes },
    quality,
    windows: scores.map((score, index) => window(score, 2.5 * index)),
    heartRate: { valueBpm: 70, confidence: 0.8 },
    domain,
    model: { name: 'test', version: '1.0.0', sha256: '' }
  }
}
const deciding = [
  { kind: 'span', startS: 6.2, endS: 11.2 },
  { kind: 'band', lowHz: 20, highHz: 100 }
] as const
const codes = (analysis: Omit<Analysis, 'findings'>, parts: Parameters<typeof findingsOf>[1] = deciding) =>
  findingsOf(analysis, parts, card).map(({ code }) => code)

describe('findings', () => {
  it('say how far the sound reaches, and whether its treble is missing', () => {
    const bandwidth = { lowHz: 31, highHz: 160 }
    const of = (...reasons: QualityReason[]) =>
      findingsOf({ ...measured([0.9]), quality: { ...quality, bandwidth, reasons } }, [], card)
    expect(of()).toContainEqual({ code: 'bandwidth', ...bandwidth, lacksTreble: false })
    expect(of('treble-missing')).toContainEqual({ code: 'bandwidth', ...bandwidth, lacksTreble: true })
  })

  it('count a window as agreeing only where it lies on the side of the answer, not in the band between', () => {
    const findings = findingsOf(measured([0.97, 0.95, 0.55, 0.3]), deciding, card)
    expect(findings).toContainEqual({ code: 'windows-agree', agreeing: 2, count: 4 })
  })

  it('name as strongest the stretch that decided, and on the side of the answer', () => {
    const findings = findingsOf(measured([0.97, 0.95]), deciding, card)
    expect(findings).toContainEqual({ code: 'strongest-span', startS: 6.2, endS: 11.2, side: 'abnormal-like' })
    expect(codes(measured([0.97, 0.95]), [])).not.toContain('strongest-span')
  })

  it.each<CannotTellReason>(['between', 'no-heart-sound', 'unlike-training'])(
    'take no side where there is no answer: %s',
    (reason) => {
      const found = codes(measured([0.97, 0.95, 0.96], { outcome: 'cannot-tell', reason }))
      expect(found).not.toContain('windows-agree')
      expect(found).not.toContain('strongest-span')
      expect(found).toContain('heart-rate')
    }
  )
})
