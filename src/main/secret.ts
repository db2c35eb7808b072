import { randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits as base64url: nobody guesses it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** In constant time, so that a reply's delay tells nothing. */
export function isSameSecret(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
