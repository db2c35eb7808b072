import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mac, randomId, sha256Hex } from './mac'
import { plainSha256 } from './sha256'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('plain SHA-256', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000_000])('hashes %i bytes as Node does', (length) => {
    const bytes = Uint8Array.from({ length }, (_, n) => (n * 31) & 255)
    expect(hex(plainSha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('hashes any bytes as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(hex(plainSha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
      })
    )
  })

  it('signs as the browser does, with a key of any length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.string(), async (key, text) => {
        expect(hex(await mac(Uint8Array.from(key), text))).toBe(createHmac('sha256', key).update(text).digest('hex'))
      })
    )
  })

  it('uses the browser’s own hash where there is one', async () => {
    expect(await sha256Hex(new Uint8Array())).toBe(createHash('sha256').digest('hex'))
  })

  it('makes ids of the fourth version', () => {
    expect(randomId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
