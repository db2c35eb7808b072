import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../words/words'
import { analysisOf, answerAt } from '../gallery/examples'
import { factRows } from './fact-rows'

const words = wordsFor('en')
const good = analysisOf(answerAt(0.02, 'normal-like'), 20)
const valuesOf = (...given: Parameters<typeof factRows>) =>
  new Map(factRows(...given).map(({ name, value }) => [name, value]))

describe('the facts beside the gauge', () => {
  it('are heart rate, quality and kind of recording', () => {
    expect([...valuesOf(good, words)]).toEqual([
      [words.facts.heartRate, words.facts.bpm(good.heartRate!.valueBpm)],
      [words.quality.label, words.quality.good],
      [words.facts.domain, words.model.inDomain]
    ])
  })

  it('do not liken to the training recordings what has no heart in it', () => {
    const quality = { ...good.quality, usable: false, reasons: ['no-heart-sound' as const] }
    expect(valuesOf({ ...good, quality }, words).has(words.facts.domain)).toBe(false)
  })
})
