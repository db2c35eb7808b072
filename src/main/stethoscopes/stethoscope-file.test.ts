import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { card } from '../../../tests/builders/card'
import { type ForeignStethoscope, MOST_CHARACTERS, readStethoscope, writeStethoscope } from './stethoscope-file'

const { name, version, sha256 } = card
const blue: ForeignStethoscope = {
  name: 'Blue one',
  madeAt: '2026-11-28T10:00:00.000Z',
  scale: 0.9,
  offset: -1.25,
  people: { normal: 6, abnormal: 2 },
  model: { name, version, sha256 }
}

describe('the file of a stethoscope', () => {
  it('comes back as it was written', () => {
    const any = fc.record({
      ...Object.fromEntries(Object.entries(blue).map(([key, value]) => [key, fc.constant(value)])),
      name: fc.string({ minLength: 1, maxLength: 60 }).map((text) => `${text.trim()}x`.slice(0, 60).trim()),
      scale: fc.double({ min: 0.5, max: 2, noNaN: true }),
      offset: fc.double({ min: -12, max: 12, noNaN: true })
    }) as fc.Arbitrary<ForeignStethoscope>
    fc.assert(
      fc.property(any, (written) => {
        // JSON knows one zero only.
        const wanted = { ...written, offset: written.offset === 0 ? 0 : written.offset }
        expect(readStethoscope(writeStethoscope(wanted), card)).toEqual(wanted)
      })
    )
  })

  it('is refused where it was made for another network, by the names of both', () => {
    const other = { ...blue, model: { name, version: '0.6.0', sha256: 'f'.repeat(64) } }
    expect(() => readStethoscope(writeStethoscope(other), card)).toThrow(
      expect.objectContaining({
        code: 'stethoscope-other-network',
        values: { name: 'Blue one', madeFor: '0.6.0', version: '1.0.0' }
      })
    )
  })

  const changed = (change: object) => JSON.stringify({ ...JSON.parse(writeStethoscope(blue)), ...change })
  it.each([
    '',
    'not json',
    'null',
    '[]',
    '{}',
    changed({ kind: 'something else' }),
    changed({ schema: 2 }),
    changed({ name: '' }),
    changed({ name: 'x'.repeat(61) }),
    changed({ scale: 0 }),
    changed({ scale: -1 }),
    changed({ offset: 1e9 }),
    changed({ offset: null }),
    changed({ people: { normal: -1, abnormal: 0 } }),
    changed({ people: { normal: 0.5, abnormal: 0 } }),
    changed({ model: { name, version, sha256: '../../etc' } }),
    changed({ more: 1 }),
    `${writeStethoscope(blue)}${' '.repeat(MOST_CHARACTERS)}`
  ])('is refused where it is none: %j', (text) => {
    expect(() => readStethoscope(text, card)).toThrow(expect.objectContaining({ code: 'stethoscope-damaged' }))
  })

  it('is refused or read, and never more than that, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => readStethoscope(text, card)).toThrow(expect.objectContaining({ code: 'stethoscope-damaged' }))
      })
    )
  })
})
