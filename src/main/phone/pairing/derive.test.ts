import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  canonicalRequest,
  PAIR_WORDS,
  pairWords,
  secretBytes,
  signingKeyLabel,
  TOKEN_LABEL,
  toHex,
  wordsLabel
} from '../../../contracts/phone-signing'
import { newSecret } from '../../secret'
import { signatureOf, signingKeyOf, tokenOf, wordsOf } from './derive'

const DEVICE = '0123456789abcdef0123456789abcdef'

/** The phone's half, with the browser's cryptography. */
async function webMac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await webcrypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  return new Uint8Array(await webcrypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)))
}

describe('what phone and host derive', () => {
  it('is the same by the browser’s cryptography and by node’s', async () => {
    const secret = newSecret()
    const bytes = secretBytes(`#${secret}`)!
    expect(Buffer.from(bytes).toString('base64url')).toBe(secret)
    expect(toHex(await webMac(bytes, TOKEN_LABEL))).toBe(tokenOf(secret))
    const key = await webMac(bytes, signingKeyLabel(DEVICE))
    expect(toHex(key)).toBe(signingKeyOf(secret, DEVICE).toString('hex'))
    expect(pairWords(await webMac(bytes, wordsLabel(DEVICE)))).toEqual(wordsOf(secret, DEVICE))
    const request = {
      method: 'PATCH',
      path: '/api/uploads/x',
      phoneId: 'p',
      offset: 7,
      length: 3,
      bodySha256: 'b',
      nonce: 'n',
      request: 'r'
    }
    expect(toHex(await webMac(key, canonicalRequest(request)))).toBe(signatureOf(key, request))
  })

  it('does not change between versions: phones that are paired keep their keys', () => {
    const secret = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
    expect([tokenOf(secret), toHex(signingKeyOf(secret, DEVICE)), wordsOf(secret, DEVICE)]).toMatchInlineSnapshot(`
      [
        "f40aca4f77495fdfc4bcc7561d34a3aeee3e13b81e34dc445220bc9e7506f1e7",
        "73a9e7b7c54cbdcb008eef372fa2d2ec1c5cad84b7f50dc1f1c3601c5fe305e9",
        [
          "barn",
          "pilot",
        ],
      ]
    `)
  })

  it('differs for every device, and tells no key by its token', () => {
    const secret = newSecret()
    const other = DEVICE.replace('0', '1')
    expect(signingKeyOf(secret, DEVICE)).not.toEqual(signingKeyOf(secret, other))
    expect(tokenOf(secret)).not.toBe(toHex(signingKeyOf(secret, DEVICE)))
  })

  it('takes no secret that is none', () => {
    for (const text of ['', 'x', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(42)}\n`])
      expect(secretBytes(text)).toBeNull()
  })

  it('has 256 different words of plain letters', () => {
    expect(new Set(PAIR_WORDS).size).toBe(256)
    for (const word of PAIR_WORDS) expect(word).toMatch(/^[a-z]{3,9}$/)
  })
})
