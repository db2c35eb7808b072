import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../words/words'
import { movement, partName } from './part-name'

describe('a part that is left out', () => {
  it('has a name', () => {
    expect(partName({ kind: 'span', startS: 7.5, endS: 12.52 }, wordsFor('en'))).toBe('7.5 to 12.5 s')
    expect(partName({ kind: 'band', lowHz: 100, highHz: 200 }, wordsFor('en'))).toBe('100 to 200 Hz')
  })

  it('has moved the score only where the shown digits say so', () => {
    expect(movement(0.134, 0.126)).toBe('same')
    expect(movement(0.13, 0.6)).toBe('up')
    expect(movement(0.13, 0.09)).toBe('down')
  })
})
