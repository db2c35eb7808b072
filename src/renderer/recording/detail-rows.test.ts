import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../words/words'
import { exampleCard } from '../gallery/example-card'
import { analysedState, analysisOf, answerAt, recordingOf } from '../gallery/examples'
import { detailRows } from './detail-rows'

const words = wordsFor('en')
const state = analysedState(analysisOf(answerAt(0.02, 'normal-like'), 20))
const recording = recordingOf('a0001.wav', state)
const groupsOf = (...given: Parameters<typeof detailRows>) =>
  new Map(detailRows(...given).map(({ title, rows }) => [title, new Map(rows)]))
/** Of all groups but that of the murmur, whose rows have the same names. */
const rowsOf = (...given: Parameters<typeof detailRows>) => {
  const groups = detailRows(...given).filter(({ title }) => title !== words.details.groups.murmur)
  return new Map(groups.flatMap(({ rows }) => rows))
}

describe('technical details', () => {
  it('name every number behind the answer', () => {
    const rows = rowsOf(recording, state, exampleCard, words)
    expect(rows.get(words.details.probability)).toBe('0.020')
    expect(rows.get(words.details.sha256)).toBe(recording.sha256)
    expect(rows.get(words.details.sampleRate)).toBe('2\u00a0kHz')
    expect(rows.get(words.details.modelSize)).toBe('61,234, 21,400,000')
    for (const value of rows.values()) expect(value).not.toMatch(/undefined|NaN/)
  })

  it('name those behind the answer about murmurs, where there is one, and from where to where there is sound', () => {
    expect(
      groupsOf(recording, state, null, words).get(words.details.groups.murmur)?.get(words.details.probability)
    ).toBe('0.040')
    expect(rowsOf(recording, state, null, words).get(words.details.bandwidth)).toBe('32\u00a0Hz to 781\u00a0Hz')
    const { murmur: _, ...answer } = state.analysis.answer
    const { bandwidth: __, ...quality } = state.analysis.quality
    const older = analysedState({ ...state.analysis, answer, quality })
    expect(groupsOf(recording, older, null, words).has(words.details.groups.murmur)).toBe(false)
    expect(rowsOf(recording, older, null, words).get(words.details.bandwidth)).toBe(words.details.none)
  })

  it('name the stethoscope whose scale the score stands on', () => {
    expect(rowsOf(recording, state, null, words).get(words.details.stethoscope)).toBe(words.details.none)
    const tuning = { name: 'The blue one', scale: 0.9, offset: -0.634 }
    const tuned = analysedState({ ...state.analysis, answer: { ...state.analysis.answer, tuning } })
    expect(rowsOf(recording, tuned, null, words).get(words.details.stethoscope)).toBe(
      'The blue one: log-odds × 0.90 − 0.63'
    )
  })

  it('say nothing of a network that is not the one that answered', () => {
    const rows = rowsOf(recording, state, { ...exampleCard, sha256: 'another' }, words)
    expect(rows.has(words.details.trainedOn)).toBe(false)
    expect(rows.get(words.details.modelHash)).toBe(exampleCard.sha256)
  })

  it('name the channel that was analysed, and why', () => {
    const channel = { index: 1, chosenBy: 'beat' as const, beatHeights: [0.031, 0.853] }
    const stereo = { ...state, format: { ...state.format, channels: 2, channel } }
    expect(rowsOf(recording, stereo, null, words).get(words.details.channelAnalysed)).toBe(
      'channel 2 of 2, chosen by its beat: regularity 0.03 / 0.85'
    )
    expect(rowsOf(recording, state, null, words).has(words.details.channelAnalysed)).toBe(false)
  })

  it('admit that no heart rate was found', () => {
    const unclear = analysedState(analysisOf(answerAt(0.5, 'cannot-tell', 'no-beat'), 20, { heartRate: null }))
    expect(rowsOf(recording, unclear, null, words).get(words.details.heartRate)).toBe(words.facts.heartRateUnclear)
  })
})
