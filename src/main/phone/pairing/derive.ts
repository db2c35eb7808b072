import { createHmac } from 'node:crypto'
import {
  canonicalRequest,
  pairWords,
  type SignedRequest,
  secretBytes,
  signingKeyLabel,
  TOKEN_LABEL,
  toHex,
  wordsLabel
} from '../../../contracts/phone-signing'

/** The host's half of `contracts/phone-signing.ts`, by node:crypto. */

export function tokenOf(secret: string): string {
  return toHex(mac(keyOf(secret), TOKEN_LABEL))
}

export function signingKeyOf(secret: string, device: string): Buffer {
  return mac(keyOf(secret), signingKeyLabel(device))
}

export function wordsOf(secret: string, device: string): [string, string] {
  return pairWords(mac(keyOf(secret), wordsLabel(device)))
}

export function signatureOf(signingKey: Uint8Array, request: SignedRequest): string {
  return toHex(mac(signingKey, canonicalRequest(request)))
}

function mac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** @throws {RangeError} for a text that is no secret */
function keyOf(secret: string): Uint8Array {
  const bytes = secretBytes(secret)
  if (!bytes) throw new RangeError('a secret is 43 letters of base64url')
  return bytes
}
