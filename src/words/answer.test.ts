import { describe, expect, it } from 'vitest'
import { type Analysis, type Answer, CANNOT_TELL_REASONS, type MurmurAnswer } from '../core/analysis'
import { insightsOf, notesOf, spokenAnswer } from './insights'
import { wordsFor } from './words'

const words = wordsFor('en')

function answered(changes: Partial<Answer>): Answer {
  return {
    outcome: 'normal-like',
    reason: null,
    abnormalProbability: 0.02,
    interval: { low: 0.01, high: 0.05 },
    certainty: 0.95,
    operatingPoint: 'balanced',
    threshold: 0.5,
    cannotTell: { low: 0.4, high: 0.6 },
    similar: { count: 312, abnormal: 9 },
    baseRate: 0.5,
    ...changes
  }
}

const heard = (changes: Partial<MurmurAnswer>): MurmurAnswer => ({
  outcome: 'murmur',
  probability: 0.95,
  interval: { low: 0.9, high: 0.98 },
  threshold: 0.44,
  cannotTell: { low: 0.3, high: 0.6 },
  similar: { count: 340, murmur: 313 },
  baseRate: 0.21,
  ...changes
})

function analysed(answer: Answer, changes: Partial<Analysis> = {}): Analysis {
  return {
    durationS: 20,
    answer,
    quality: {
      usable: true,
      score: 0.9,
      reasons: [],
      levelDb: -20,
      clippedFraction: 0,
      beats: { count: 20, sureness: 0.9 }
    },
    windows: [],
    heartRate: null,
    domain: { distance: 1, isFar: false },
    findings: [],
    model: { name: 'heart-sound', version: '1', sha256: '' },
    ...changes
  }
}

describe('the answer in one sentence', () => {
  it('speaks of high certainty at 0.02, as at 0.98', () => {
    expect(words.answer.sentence(answered({}))).toBe(
      'Normal-like, with high certainty: of 100 recordings with a similar score, about 3 were labelled abnormal.'
    )
    expect(
      words.answer.sentence(
        answered({ outcome: 'abnormal-like', abnormalProbability: 0.98, similar: { count: 312, abnormal: 290 } })
      )
    ).toBe(
      'Abnormal-like, with high certainty: of 100 recordings with a similar score, about 93 were labelled abnormal.'
    )
  })

  it('does not turn a handful of recordings into a percentage', () => {
    const sentence = words.answer.sentence(answered({ similar: { count: 8, abnormal: 1 } }))
    expect(sentence).toContain('of 8 recordings with a similar score, about 1 was labelled abnormal')
  })

  it.each([
    [{ count: 0, abnormal: 0 }, 'no recording had a similar score'],
    [{ count: 400, abnormal: 0 }, 'of 400 recordings with a similar score, none was'],
    [{ count: 400, abnormal: 1 }, 'fewer than 1 was'],
    [{ count: 400, abnormal: 399 }, 'more than 99 were'],
    [{ count: 400, abnormal: 400 }, 'all were']
  ])('is exact at the ends: %o', (similar, expected) => {
    expect(words.answer.sentence(answered({ similar }))).toContain(expected)
  })

  it('says how many recordings a frequency of 100 rests on', () => {
    expect(words.answer.frequency(answered({ similar: { count: 106, abnormal: 41.2 } }))).toBe(
      'Of 100 recordings with a similar score, about 39 were labelled abnormal (by the 106 nearest).'
    )
  })

  it('says why it cannot tell, and keeps the frequency for the reason that has one', () => {
    const refused = answered({ outcome: 'cannot-tell', reason: 'no-heart-sound', certainty: 0.9 })
    expect(words.answer.sentence(refused)).toBe('Cannot tell: no heart sound was heard.')
    expect(words.answer.certainty(refused)).toBe('No certainty either way')
    const between = answered({ outcome: 'cannot-tell', reason: 'between', similar: { count: 200, abnormal: 100 } })
    expect(words.answer.sentence(between)).toContain('about 50 were labelled abnormal')
  })
})

describe('the answer about murmurs', () => {
  it('follows the first in the same breath', () => {
    expect(spokenAnswer(answered({ murmur: heard({}) }), words)).toBe(
      'Normal-like, with high certainty: of 100 recordings with a similar score, about 3 were labelled abnormal. Murmur heard: of 100 recordings with a similar score, about 92 had a murmur; counted as if 21 of 100 had.'
    )
  })

  it('is not told of a recording that was refused, nor of one that was never asked', () => {
    const refused = { outcome: 'cannot-tell', reason: 'silent', murmur: heard({ outcome: 'cannot-tell' }) } as const
    expect(spokenAnswer(answered(refused), words)).toBe('Cannot tell: the recording is too quiet.')
    expect(spokenAnswer(answered({}), words)).not.toMatch(/murmur/i)
    const between = answered({ outcome: 'cannot-tell', reason: 'between', murmur: heard({}) })
    expect(spokenAnswer(between, words)).toContain('Murmur heard')
  })

  it('explains itself where it seems to contradict the first, and only there', () => {
    const none = heard({ outcome: 'no-murmur' })
    expect(words.murmur.together(answered({ murmur: heard({}) }))).toContain('Both can be true')
    expect(words.murmur.together(answered({ outcome: 'abnormal-like', murmur: none }))).toContain('Both can be true')
    expect(words.murmur.together(answered({ outcome: 'abnormal-like', murmur: heard({}) }))).toBeNull()
    expect(words.murmur.together(answered({ murmur: none }))).toBeNull()
    expect(words.murmur.together(answered({}))).toBeNull()
  })
})

describe('beside the answers', () => {
  const far = { distance: 4, isFar: true }
  const near = { distance: 1, isFar: false }

  it('stands that a recording is unlike those of training, and that an older answer knows of no murmurs', () => {
    expect(notesOf({ answer: answered({ murmur: heard({ outcome: 'no-murmur' }) }), domain: near }, words)).toEqual([])
    expect(notesOf({ answer: answered({ murmur: heard({ outcome: 'no-murmur' }) }), domain: far }, words)).toEqual([
      words.answer.unlikeTraining
    ])
    expect(notesOf({ answer: answered({}), domain: near }, words)).toEqual([words.murmur.older])
    const tuning = { name: 'The blue one', scale: 1, offset: -0.5 }
    const tuned = answered({ murmur: heard({ outcome: 'no-murmur' }), tuning })
    expect(notesOf({ answer: tuned, domain: near }, words)).toEqual([words.stethoscope.note(tuning)])
  })

  it('stands nothing where the recording was refused', () => {
    const refused = answered({ outcome: 'cannot-tell', reason: 'unlike-training' })
    expect(notesOf({ answer: refused, domain: far }, words)).toEqual([])
  })
})

describe('missing treble', () => {
  it('is said with the edge that was measured', () => {
    const heard = { lowHz: 98.6, highHz: 158.7 }
    const meaning = words.answer.meaning({ outcome: 'cannot-tell', reason: 'treble-missing' }, heard)
    expect(meaning).toContain('Nothing above 159\u00a0Hz is heard')
  })
})

describe('insights', () => {
  it('never lets a normal-like answer reassure', () => {
    const { meaning, todo } = insightsOf(analysed(answered({})), words)
    expect(meaning).toContain(words.answer.doNotReassure)
    expect(todo).toContain(words.nextSteps.symptoms)
  })

  it('tells both sides to do the same', () => {
    const normal = insightsOf(analysed(answered({})), words)
    const abnormal = insightsOf(analysed(answered({ outcome: 'abnormal-like', abnormalProbability: 0.9 })), words)
    expect(abnormal.todo).toEqual(normal.todo)
  })

  it('says under "measured" only what a finding backs', () => {
    expect(insightsOf(analysed(answered({})), words).measured).toEqual([])
    const findings: Analysis['findings'] = [{ code: 'heart-rate', valueBpm: 74, range: 'usual' }]
    expect(insightsOf(analysed(answered({}), { findings }), words).measured).toEqual([
      'The heart beats about 74 times a minute.'
    ])
  })

  it.each(CANNOT_TELL_REASONS)('says nothing twice, and what stands with the answer not at all: %s', (reason) => {
    const isOfSound = reason !== 'between' && reason !== 'unlike-training'
    const isUsable = !isOfSound || reason === 'treble-missing'
    const refused = answered({ outcome: 'cannot-tell', reason, certainty: 0 })
    const quality = { ...analysed(refused).quality, usable: isUsable, reasons: isOfSound ? [reason] : [] }
    const findings: Analysis['findings'] = [
      { code: 'heart-rate-unclear' },
      { code: 'unusable-windows', unusable: 2, count: 14 }
    ]
    const { measured, meaning, todo, limits } = insightsOf(
      analysed(refused, { durationS: 35.7, quality, findings }),
      words
    )
    const said = [...measured, ...meaning, ...todo, ...limits]
    expect(new Set(said).size).toBe(said.length)
    expect(said).not.toContain(words.answer.meaning(refused))
    expect(said).not.toContain(words.answer.mend(reason, 35.7))
    // To record again, at another place, in a quiet room: said once, with the answer.
    if (!isUsable) expect(todo).toEqual([words.nextSteps.symptoms])
    expect(todo).not.toContain(words.nextSteps.again)
  })
})
