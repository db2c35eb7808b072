import { toHex } from '../../../src/contracts/phone-signing'
import { plainSha256 } from './sha256'

/** A key for HMAC-SHA-256: one that scripts cannot read where the browser has Web Crypto, else plain bytes. */
export type MacKey = CryptoKey | Uint8Array<ArrayBuffer>

const BLOCK_LENGTH = 64

/** `crypto.subtle` is missing on pages that were opened over plain HTTP. */
function subtle(): SubtleCrypto | undefined {
  return (crypto as { subtle?: SubtleCrypto }).subtle
}

/** @param bytes of the key; one of Web Crypto can sign but never be read again */
export async function macKey(bytes: Uint8Array<ArrayBuffer>): Promise<MacKey> {
  return (await subtle()?.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])) ?? bytes
}

/** HMAC-SHA-256 of a text in UTF-8. @source RFC 2104 */
export async function mac(key: MacKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const message = new TextEncoder().encode(text)
  if (!(key instanceof Uint8Array)) return new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
  const block = new Uint8Array(BLOCK_LENGTH)
  block.set(key.length > BLOCK_LENGTH ? plainSha256(key) : key)
  const inner = plainSha256(
    joined(
      block.map((byte) => byte ^ 0x36),
      message
    )
  )
  return plainSha256(
    joined(
      block.map((byte) => byte ^ 0x5c),
      inner
    )
  )
}

/** SHA-256, lower-case hex. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const native = subtle()
  return toHex(native ? new Uint8Array(await native.digest('SHA-256', bytes)) : plainSha256(bytes))
}

/** 32 hex digits that nobody can guess. */
export function randomHex(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)))
}

/** A random UUID; `crypto.randomUUID` is missing over plain HTTP. @source RFC 9562, version 4 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
