import { randomBytes } from 'node:crypto'

const LIVES_MS = 10 * 60 * 1000
/** Requests under one nonce before the next one is drawn: bounds what must be remembered. */
const MAX_SEEN = 50_000

/** Lets every signed request through once. */
export interface Nonces {
  /** The one to sign with now. */
  current(): string
  /**
   * Call it only with a signature that is right: what is remembered must not be a stranger's to fill.
   *
   * @param request the phone's own number of the request
   * @returns false for an old nonce, and for a request that came before
   */
  accept(nonce: string, phoneId: string, request: string): boolean
}

/** The last nonce stays good beside the new one, so that a phone in the middle of an upload notices nothing. */
export function createNonces(now: () => number = () => performance.now()): Nonces {
  let current = draw(now())
  let last: Drawn | null = null
  const renew = () => {
    if (now() - current.at < LIVES_MS && current.seen.size < MAX_SEEN) return
    last = current
    current = draw(now())
  }
  return {
    current() {
      renew()
      return current.nonce
    },
    accept(nonce, phoneId, request) {
      renew()
      const drawn = [current, last].find((one) => one?.nonce === nonce)
      if (!drawn || now() - drawn.at > 2 * LIVES_MS || drawn.seen.size > 2 * MAX_SEEN) return false
      const key = `${phoneId} ${request}`
      if (drawn.seen.has(key)) return false
      drawn.seen.add(key)
      return true
    }
  }
}

interface Drawn {
  nonce: string
  at: number
  seen: Set<string>
}

function draw(at: number): Drawn {
  return { nonce: randomBytes(16).toString('hex'), at, seen: new Set() }
}
