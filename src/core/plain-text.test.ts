import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, plainText } from './plain-text'

describe('plain text', () => {
  it.each([
    ['\u001b[31mred\u001b[0m.wav', '\ufffd[31mred\ufffd[0m.wav'],
    ['\u009b2Jgone\u0007\r\n', '\ufffd2Jgone\ufffd\ufffd\ufffd'],
    ['\u202egnp.exe', '\ufffdgnp.exe'],
    ['Jürgens Herz 心音 🫀.wav', 'Jürgens Herz 心音 🫀.wav']
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  it('holds nothing that a terminal obeys, and is as long as before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(text)).not.toMatch(/\p{Cc}/u)
      })
    )
  })
})

describe('the beginning of a text', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['ab🫀', 3, 'ab'],
    ['ab👩‍⚕️', 6, 'ab'],
    ['ab🇩🇪', 5, 'ab'],
    ['abe\u0301', 3, 'ab']
  ])('of %s, %d long, is %s', (text, most, beginning) => {
    expect(beginningOf(text, most)).toBe(beginning)
  })

  it('is never longer than it may be, and whole characters of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, most) => {
        const beginning = beginningOf(text, most)
        expect(beginning.length).toBeLessThanOrEqual(most)
        expect(text.startsWith(beginning)).toBe(true)
        expect(Buffer.from(beginning).toString()).toBe(beginning)
      })
    )
  })
})
