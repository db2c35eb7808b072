import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'

const COOKIE = 'ops-fusion-session'
/** Wrong passwords within a minute after which the door stays shut for the rest of it. */
const GUESSES_A_MINUTE = 10

export interface SessionOptions {
  /** In the address that was printed; good once. */
  token: string
  /** Asked instead of the token where others can reach the door. */
  password: string | null
  /** What is said to those who come without either. */
  refusal: string
}

/**
 * Lets in who brings the one-time token or the password, and knows them again by a cookie.
 *
 * The cookie is strict: a page of another site that links or posts here comes without it.
 */
export function requireSession({ token, password, refusal }: SessionOptions): RequestHandler {
  const sessions = new Set<string>()
  const guesses = createGuessLimit()
  let isTokenUsed = false
  const admit = (response: Response) => {
    const session = randomBytes(32).toString('base64url')
    sessions.add(session)
    response.cookie(COOKIE, session, { httpOnly: true, sameSite: 'strict', path: '/' })
  }
  return (request, response, next) => {
    const known = sessionOf(request)
    if (known !== null && sessions.has(known)) {
      // The address bar and the history must not keep a token.
      if (request.query['token'] !== undefined) return response.redirect('/')
      return next()
    }
    const offered = request.query['token']
    if (password === null && !isTokenUsed && typeof offered === 'string' && isSame(offered, token)) {
      isTokenUsed = true
      admit(response)
      return response.redirect('/')
    }
    if (password !== null) {
      const given = passwordOf(request)
      if (given !== null && guesses.isOpen() && isSame(given, password)) {
        admit(response)
        return next()
      }
      if (given !== null) guesses.count()
      response.set('www-authenticate', 'Basic realm="OPS Fusion", charset="UTF-8"')
      return response.status(401).type('text/plain').send(refusal)
    }
    return response.status(403).type('text/plain').send(refusal)
  }
}

/** A token that nobody guesses: 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** In constant time, so that an answer's delay tells nothing. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function sessionOf(request: Request): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? null
}

/** The password of HTTP Basic authentication; any user name. @source RFC 7617 */
function passwordOf(request: Request): string | null {
  const [scheme, encoded] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return null
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  return decoded.slice(decoded.indexOf(':') + 1)
}

function createGuessLimit(): { isOpen(): boolean; count(): void } {
  let failures: number[] = []
  const recent = () => {
    failures = failures.filter((at) => Date.now() - at < 60_000)
    return failures
  }
  return { isOpen: () => recent().length < GUESSES_A_MINUTE, count: () => void recent().push(Date.now()) }
}
