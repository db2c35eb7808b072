import { describe, expect, it } from 'vitest'
import { card } from '../../../tests/builders/card'
import type { QualityReason } from '../../core/analysis'
import { answerFrom } from '../../core/answer'
import { wordsFor } from '../../words/words'
import { movement, outcomeOf, partName, resultOf } from './part-name'

const answer = (logit: number, reasons: QualityReason[] = []) => {
  const quality = {
    usable: true,
    score: 1,
    reasons,
    levelDb: -20,
    clippedFraction: 0,
    beats: { count: 20, sureness: 0.5 }
  }
  return answerFrom({ abnormal: [logit], murmur: [logit] }, quality, card, 'balanced')
}

describe('a part that is left out', () => {
  it('has a name', () => {
    expect(partName({ kind: 'span', startS: 7.5, endS: 12.52 }, wordsFor('en'))).toBe('7.5 to 12.5 s')
    expect(partName({ kind: 'band', lowHz: 100, highHz: 200 }, wordsFor('en'))).toBe('100 to 200 Hz')
  })

  it('moved the score, or left nothing that a score could be read from', () => {
    const part = { kind: 'band' as const, lowHz: 100, highHz: 200 }
    const [high, middle] = [3, 0].map((logit) => answer(logit))
    const refused = answer(5, ['no-heart-sound'])
    expect(resultOf(part, high!, middle!, 'abnormal', wordsFor('en'))).toMatch(
      /0\.50 instead of 0\.95.*spoke for abnormal-like/
    )
    expect(resultOf(part, high!, refused, 'abnormal', wordsFor('en'))).toMatch(/no answer: no heart sound was heard/)
    expect(resultOf(part, high!, refused, 'abnormal', wordsFor('en'))).not.toMatch(/spoke for/)
  })

  it('takes no side where the recording has no answer: the score moved, and no more is said', () => {
    const part = { kind: 'band' as const, lowHz: 100, highHz: 200 }
    const [undecided, high] = [0, 3].map((logit) => answer(logit))
    expect(undecided!.outcome).toBe('cannot-tell')
    expect(resultOf(part, undecided!, high!, 'abnormal', wordsFor('en'))).toMatch(/0\.95 instead of 0\.50\.$/)
  })

  it('moved the murmur’s score, where that is asked for', () => {
    const part = { kind: 'band' as const, lowHz: 100, highHz: 200 }
    const [heard, gone] = [answer(3), answer(-3)]
    const said = resultOf(part, heard, gone, 'murmur', wordsFor('en'))
    expect(said).toMatch(/the murmur score is 0\.05 instead of 0\.95.*spoke for a murmur/)
    expect(outcomeOf(heard, gone, 'murmur', wordsFor('en'))).toContain('No murmur heard')
  })

  it('has moved the score only where the shown digits say so', () => {
    expect(movement(0.134, 0.126)).toBe('same')
    expect(movement(0.13, 0.6)).toBe('up')
    expect(movement(0.13, 0.09)).toBe('down')
  })
})
