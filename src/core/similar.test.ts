import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ModelCard, ReliabilityBin } from './model-card'
import { similarMurmursTo, similarTo } from './similar'

const { reliability, operatingPoints, murmur }: ModelCard = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'models', 'heart-sound.json'), 'utf8')
)
const shareAt = (probability: number, bins: readonly ReliabilityBin[] = reliability.bins) => {
  const { count, abnormal } = similarTo(probability, bins)
  return abnormal / count
}
/** What is shown is rounded to one of a hundred. */
const ROUNDING = 0.005
const scores = Array.from({ length: 1001 }, (_, n) => n / 1000)

describe('the recordings with a similar score', () => {
  it('never jump: a hundredth more of score brings less than four of a hundred more labelled abnormal', () => {
    for (const score of scores.slice(0, -10)) {
      expect(shareAt(score + 0.01) - shareAt(score), `at ${score}`).toBeLessThan(0.04)
    }
  })

  it('are labelled abnormal more often the higher the score', () => {
    const rising = fc
      .array(fc.tuple(fc.double({ min: 0.02, max: 0.3, noNaN: true }), fc.nat(50)), { minLength: 1, maxLength: 8 })
      .map((steps) => {
        let [probability, abnormal] = [0, 0]
        return steps.map(([step, more]): ReliabilityBin => {
          probability += step
          abnormal = Math.min(60, abnormal + more)
          return { low: 0, high: 1, count: 60, abnormal, interval: { low: 0, high: 1 }, meanProbability: probability }
        })
      })
    fc.assert(
      fc.property(rising, (bins) => {
        const shares = scores.map((score) => shareAt(score, bins))
        shares.forEach((share, n) => {
          // But for the last digit of a double.
          expect(share - (shares[n - 1] ?? 0)).toBeGreaterThan(-1e-12)
        })
      }),
      { numRuns: 50 }
    )
  })

  it('are as often labelled abnormal as was counted where scores lay about there', () => {
    for (const { meanProbability, count, abnormal } of reliability.bins) {
      expect(Math.abs(shareAt(meanProbability) - abnormal / count)).toBeLessThan(0.01)
    }
  })

  it('are never all or none: a hundred recordings cannot show that', () => {
    expect(shareAt(0)).toBeGreaterThan(0)
    expect(shareAt(1)).toBeLessThan(1)
  })

  it('are those of the bins around the score, or of the last one beyond them', () => {
    const [first, second] = reliability.bins
    expect(similarTo(0, reliability.bins).count).toBe(first?.count)
    const between = (first!.meanProbability + second!.meanProbability) / 2
    expect(similarTo(between, reliability.bins).count).toBe(first!.count + second!.count)
    expect(similarTo(1, reliability.bins).count).toBe(reliability.bins.at(-1)?.count)
    expect(similarTo(0.5, [])).toEqual({ count: 0, abnormal: 0 })
  })
})

describe('an answer of the shipped network', () => {
  it.each(operatingPoints)('agrees with the frequency beside it, and with the odds of $name', ({ odds, ...point }) => {
    const { low, high } = point.cannotTell
    expect(low).toBeLessThanOrEqual(point.threshold)
    expect(high).toBeGreaterThanOrEqual(point.threshold)
    for (const score of scores) {
      if (score < low) expect(shareAt(score), `at ${score}`).toBeLessThanOrEqual(odds.normalAtMost + ROUNDING)
      if (score > high) expect(shareAt(score), `at ${score}`).toBeGreaterThanOrEqual(odds.abnormalAtLeast - ROUNDING)
    }
  })

  it('promises at the usual point that no more than one in four, or no fewer than three in four, were abnormal', () => {
    const usual = operatingPoints.find(({ name }) => name === 'balanced')
    expect(usual?.odds).toEqual({ normalAtMost: 0.25, abnormalAtLeast: 0.75 })
  })

  it('speaks of a murmur only where most similar recordings had one, and of none only where few had', () => {
    const { low, high } = murmur.cannotTell
    for (const score of scores) {
      const { count, murmur: found } = similarMurmursTo(score, murmur.reliability.bins)
      if (score < low) expect(found / count, `at ${score}`).toBeLessThan(0.5)
      if (score > high) expect(found / count, `at ${score}`).toBeGreaterThan(0.5)
    }
  })
})
