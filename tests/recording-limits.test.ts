import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ModelCard } from '../src/core/model-card'
import { HEARD_RATE_HZ } from '../src/core/pcg'
import { RECORDING_LIMITS } from '../src/core/recording-limits'
import { PHONE_LIMITS } from '../src/main/phone/server/phone-limits'
import { wordsFor } from '../src/words/words'

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
/** A line may break anywhere, and a number keeps to its unit. */
const flat = (text: string) => text.replace(/\s+/g, ' ')

const { leastS, mostS, windowS, mostBytes } = RECORDING_LIMITS
const LENGTH = `${leastS} seconds to ${mostS / 60} minutes, up to ${mostBytes / 1e6} MB`
const words = wordsFor('en')

describe('what a recording may be', () => {
  it('is as long as the card says, where it is one window long', () => {
    const { input } = JSON.parse(read('models/heart-sound.json')) as ModelCard
    expect(windowS).toBe(input.windowLength / input.sampleRate)
  })

  it('is heard at the card’s rate also by what listens along without a card', () => {
    const { input } = JSON.parse(read('models/heart-sound.json')) as ModelCard
    expect(HEARD_RATE_HZ).toBe(input.sampleRate)
  })

  it('is told to a phone as the computer keeps to it', () => {
    expect(PHONE_LIMITS).toMatchObject({ maxBytes: mostBytes, minDurationS: leastS, maxDurationS: mostS })
  })

  it.each([
    ['the start page', words.start.formats],
    ['the phone’s page', words.recorder.file.lead],
    ['README.md', read('README.md')],
    ['docs/phone.md', read('docs/phone.md')]
  ])('is said alike: %s', (_, text) => {
    expect(flat(text)).toContain(LENGTH)
  })

  it('is said in megabytes that are no other number in a refusal', () => {
    const { todo } = words.errors.explain({ code: 'file-too-large', values: { maxBytes: mostBytes } })
    expect(flat(todo)).toContain(`${mostBytes / 1e6} MB`)
    expect(words.errors.explain({ code: 'file-too-large', values: {} }).todo).toBe(todo)
    expect(words.errors.explain({ code: 'audio-too-short', values: {} }).todo).toContain(`${leastS} seconds`)
  })
})
