import { randomUUID } from 'node:crypto'
import { isSameSecret, newSecret } from '../../secret'
import { Refusal } from '../server/refusal'
import { signingKeyOf, tokenOf, wordsOf } from './derive'
import type { Phone } from './phones'

const CODE_LIVES_MS = 5 * 60 * 1000

/** Holds the code, and waits to be let in. */
export interface Claim {
  phone: Phone
  words: [string, string]
}

/** The one code that can be scanned now, and the phone that has used it. */
export interface Code {
  secret(): string | null
  /** ISO 8601. */
  expiresAt(): string | null
  renew(): void
  /** Whether a token is that of the code, good or used or too old. */
  isOf(token: string): boolean
  /** The one that used the code, until it is confirmed or refused. */
  claim(): Claim | null
  /**
   * Takes the token of a scanned code.
   *
   * @returns null for a wrong token; the same device again gets the same claim, for the first reply may have been lost
   * @throws {Refusal} `code-expired` when the token is right and somebody else was quicker, or it is too old
   */
  use(request: { token: string; device: string; name: string }): Claim | null
  /** The claim leaves the code; the device that made it still gets its reply. */
  settle(): Claim | null
}

interface Use {
  device: string
  claim: Claim
  at: number
}

/** @param now ms of a clock that nobody sets */
export function createCode(scope: Phone['scope'], now: () => number = () => performance.now()): Code {
  let code: { secret: string; token: string; at: number; expiresAt: string; used: Use | null } | null = null
  let isSettled = false
  const isGood = () => code !== null && now() - code.at < CODE_LIVES_MS
  return {
    secret: () => (code && isGood() && !code.used ? code.secret : null),
    expiresAt: () => (code && isGood() && !code.used ? code.expiresAt : null),
    renew() {
      const secret = newSecret()
      const expiresAt = new Date(Date.now() + CODE_LIVES_MS).toISOString()
      code = { secret, token: tokenOf(secret), at: now(), expiresAt, used: null }
      isSettled = false
    },
    isOf: (token) => code !== null && isSameSecret(token, code.token),
    claim: () => (code?.used && now() - code.used.at < CODE_LIVES_MS && !isSettled ? code.used.claim : null),
    use({ token, device, name }) {
      if (!code || !isSameSecret(token, code.token)) return null
      if (code.used?.device === device) return code.used.claim
      if (code.used) throw new Refusal('code-expired', 'another phone has used this code')
      if (!isGood()) throw new Refusal('code-expired', 'this code is too old')
      const claim: Claim = {
        words: wordsOf(code.secret, device),
        phone: {
          id: randomUUID(),
          name,
          key: signingKeyOf(code.secret, device).toString('base64url'),
          scope,
          pairedAt: new Date().toISOString(),
          lastSeenAt: null
        }
      }
      code.used = { device, claim, at: now() }
      return claim
    },
    settle() {
      if (isSettled) return null
      isSettled = true
      return code?.used?.claim ?? null
    }
  }
}
