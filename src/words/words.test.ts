import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CANNOT_TELL_REASONS, type Finding, type QualityReason, STEPS } from '../core/analysis'
import { ERROR_CODES } from '../core/errors'
import { wordsFor } from './words'

const words = wordsFor('en')
const FOLDER = new URL('./en/', import.meta.url)

/** Words that would make a medical claim, or reassure. */
const FORBIDDEN = [
  /diagnos/i,
  /healthy/i,
  /\bhealth\b(?! professional)/i,
  /screening/i,
  /disease/i,
  /\brisk/i,
  /patient/i,
  /\bsafe\b/i,
  /good news/i,
  /no medical/i,
  /see a doctor/i,
  /nothing (is )?wrong/i,
  /all clear/i,
  /detects?\b/i
]

const FINDINGS: Finding[] = [
  { code: 'heart-rate', valueBpm: 74.2, range: 'usual' },
  { code: 'heart-rate', valueBpm: 48, range: 'slow' },
  { code: 'heart-rate', valueBpm: 131, range: 'fast' },
  { code: 'heart-rate-unclear', beats: { count: 9, sureness: 0.48 } },
  { code: 'windows-agree', agreeing: 11, count: 13 },
  { code: 'windows-agree', agreeing: 1, count: 1 },
  { code: 'strongest-span', startS: 12.5, endS: 17.5, side: 'abnormal-like' },
  { code: 'unusable-windows', unusable: 1, count: 13 },
  { code: 'repeated-to-fill', durationS: 3.2 },
  { code: 'clipped', fraction: 0.034 },
  { code: 'quiet', levelDb: -52.3 },
  { code: 'bandwidth', lowHz: 31.4, highHz: 640.2, lacksTreble: false },
  { code: 'bandwidth', lowHz: 31.4, highHz: 160.2, lacksTreble: true },
  { code: 'unlike-training', distance: 1.91, usual: 0.98 },
  { code: 'cut-short', durationS: 12.4 },
  { code: 'part-left-out', durationS: 12.4 },
  { code: 'muted', durationS: 0.5 }
]

describe('the catalogue', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

  it.each(files)('%s makes no medical claim and does not reassure', (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8')
    for (const word of FORBIDDEN) expect(text).not.toMatch(word)
  })

  it.each(ERROR_CODES)('says of %s what happened, what was kept and what to do, also without values', (code) => {
    const { what, kept, todo } = words.errors.explain({ code, values: {} })
    for (const sentence of [what, kept, todo]) expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(words.errors.line({ code, values: {} })).not.toMatch(/undefined|NaN/)
  })

  it('names the values of a failure where it knows them', () => {
    expect(words.errors.line({ code: 'format-unsupported', values: { format: 'ALAC' } })).toContain('ALAC')
    expect(words.errors.line({ code: 'file-too-large', values: { bytes: 81e6, maxBytes: 67108864 } })).toContain(
      '81\u00a0MB'
    )
    expect(words.errors.line({ code: 'audio-too-short', values: { durationS: 1.24, shortestS: 2 } })).toContain(
      '1.2\u00a0s'
    )
  })

  it.each([
    ['Apple Lossless (ALAC)', 'Voice Memos'],
    ['AMR', 'recorder app'],
    ['AMR wideband', 'recorder app']
  ])('names the setting of the phone that writes %s', (format, setting) => {
    expect(words.errors.explain({ code: 'format-unsupported', values: { format } }).todo).toContain(setting)
  })

  it.each(CANNOT_TELL_REASONS)('gives %s as a reason, with what to do', (reason) => {
    expect(words.answer.reason(reason)).not.toMatch(/\.$/)
    expect(words.answer.meaning({ outcome: 'cannot-tell', reason })).toMatch(/\.$/)
    for (const durationS of [5, 35.7]) expect(words.answer.mend(reason, durationS)).toMatch(/\.$/)
  })

  it.each(CANNOT_TELL_REASONS)('asks nobody who recorded 35.7 s for ten seconds: %s', (reason) => {
    expect(words.answer.mend(reason, 35.7)).not.toMatch(/ten seconds|longer/)
  })

  it('names every step and every fault of quality', () => {
    for (const step of STEPS) expect(words.steps.name(step)).toMatch(/^[A-Z]/)
    const reasons: QualityReason[] = [
      'silent',
      'clipped',
      'no-heart-sound',
      'no-beat',
      'treble-missing',
      'few-usable-windows',
      'short'
    ]
    for (const reason of reasons) expect(words.quality.fault(reason)).toMatch(/^[a-z ]+$/)
    // Of fourteen windows, two may be left out.
    expect(words.quality.fault('few-usable-windows')).not.toMatch(/little/)
  })

  it.each(FINDINGS)('says $code with its values', (finding) => {
    const said = words.findings(finding, 20)
    expect(said.measured).toMatch(/\d/)
    for (const sentence of Object.values(said)) {
      expect(sentence).toMatch(/^[\dA-Z].*\.$/)
      expect(sentence).not.toMatch(/undefined|NaN/)
    }
  })

  it('counts no share as all or none that falls short of it', () => {
    expect(words.model.estimate({ value: 0.998, low: 0.004, high: 1 })).toBe('99 of 100 (1 to 100)')
  })

  it('asks for ten seconds only where the recording had fewer', () => {
    const todoAt = (durationS: number) =>
      words.findings({ code: 'heart-rate-unclear', beats: { count: 9, sureness: 0.48 } }, durationS).todo
    expect(todoAt(5)).toContain('ten seconds')
    expect(todoAt(35.7)).not.toContain('ten seconds')
  })
})
