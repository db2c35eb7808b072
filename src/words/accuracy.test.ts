import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ModelCard } from '../core/model-card'
import { wordsFor } from './words'

const card = JSON.parse(readFileSync(new URL('../../models/heart-sound.json', import.meta.url), 'utf8')) as ModelCard
const { accuracy } = wordsFor('en')

describe('the figures of the card', () => {
  const metrics = [card, ...card.alternatives].flatMap((model) => model.metrics)

  it.each([...new Set(metrics.map(({ measure }) => measure))])('say what they measure: %s', (measure) => {
    expect(accuracy.measure(measure).meaning).toMatch(/^[A-Z].+\.$/)
  })
})
