import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { wordsFor } from './words'

it('spells out what the database of each sample notes of the heart', () => {
  const path = new URL('../../resources/samples/samples.json', import.meta.url)
  const notes = (JSON.parse(readFileSync(path, 'utf8')) as { diagnosis: string }[]).map(({ diagnosis }) => diagnosis)
  expect(notes).toEqual(expect.arrayContaining(['MPC', 'CAD']))
  for (const note of [...notes, 'AD', 'MVP']) {
    expect(wordsFor('en').samples.condition(note)).not.toMatch(/^[A-Z]{2,}$/)
  }
})
