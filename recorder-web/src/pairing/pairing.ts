import {
  canonicalRequest,
  pairWords,
  SIGNED_HEADERS,
  type SignedRequest,
  signingKeyLabel,
  TOKEN_LABEL,
  toHex,
  wordsLabel
} from '../../../src/contracts/phone-signing'
import { type MacKey, mac, macKey, randomHex } from './mac'

/** What this phone and the desktop have in common; the secret they got it from is forgotten. */
export interface Pairing {
  /** 32 hex digits that this phone drew. */
  device: string
  key: MacKey
  words: [string, string]
  /** Proves that the phone saw the code; empty once the desktop has taken it. */
  token: string
  /** The desktop's name for this phone; null until the token is taken. */
  phoneId: string | null
  /** The desktop's own name. */
  desktop: string
}

/** Derives all that is needed from a scanned code. */
export async function pairingFrom(secret: Uint8Array<ArrayBuffer>, device = randomHex()): Promise<Pairing> {
  const root = await macKey(secret)
  return {
    device,
    key: await macKey(await mac(root, signingKeyLabel(device))),
    words: pairWords(await mac(root, wordsLabel(device))),
    token: toHex(await mac(root, TOKEN_LABEL)),
    phoneId: null,
    desktop: ''
  }
}

/** The headers that make a request this phone's own, once. */
export async function signedHeaders(
  key: MacKey,
  request: Omit<SignedRequest, 'request'>
): Promise<Record<string, string>> {
  const signed: SignedRequest = { ...request, request: randomHex() }
  return {
    [SIGNED_HEADERS.phone]: signed.phoneId,
    [SIGNED_HEADERS.nonce]: signed.nonce,
    [SIGNED_HEADERS.request]: signed.request,
    [SIGNED_HEADERS.bodySha256]: signed.bodySha256,
    [SIGNED_HEADERS.signature]: toHex(await mac(key, canonicalRequest(signed))),
    ...(signed.offset === null ? {} : { [SIGNED_HEADERS.offset]: String(signed.offset) })
  }
}
