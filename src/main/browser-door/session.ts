import type { Request, RequestHandler, Response } from 'express'
import { createGuessLimit } from '../guess-limit'
import { isSameSecret, newSecret } from '../secret'

/** Wrong passwords within a minute after which the door stays shut for the rest of it, for everybody. */
const GUESSES = { withinMs: 60_000, perAddress: 10, inAll: 10 }

export interface SessionOptions {
  /** In the address that was printed; good once. */
  token: string
  /** Asked instead of the token where others can reach the door. */
  password: string | null
  /** What is said to those who come without either. */
  refusal: string
  /** Whether the request's address is one of https: then the cookie never goes over plain HTTP. */
  isEncrypted: (request: Request) => boolean
}

/**
 * Lets in who brings the one-time token or the password, and knows them again by a cookie.
 *
 * The cookie is strict: a page of another site that links or posts here comes without it.
 */
export function requireSession({ token, password, refusal, isEncrypted }: SessionOptions): RequestHandler {
  const sessions = new Set<string>()
  const guesses = createGuessLimit(GUESSES)
  let isTokenUsed = false
  const admit = (request: Request, response: Response) => {
    const session = newSecret()
    sessions.add(session)
    const secure = isEncrypted(request)
    response.cookie(cookieName(request), session, { httpOnly: true, sameSite: 'strict', path: '/', secure })
  }
  return (request, response, next) => {
    const known = sessionOf(request)
    if (known !== null && sessions.has(known)) {
      // The address bar and the history must not keep a token.
      if (request.query['token'] !== undefined) return response.redirect('/')
      return next()
    }
    const offered = request.query['token']
    if (password === null && !isTokenUsed && typeof offered === 'string' && isSameSecret(offered, token)) {
      isTokenUsed = true
      admit(request, response)
      return leadOn(request, response)
    }
    if (password !== null) {
      const [given, address] = [passwordOf(request), request.socket.remoteAddress ?? '']
      if (given !== null && guesses.isOpen(address) && isSameSecret(given, password)) {
        admit(request, response)
        return next()
      }
      if (given !== null) guesses.count(address)
      response.set('www-authenticate', 'Basic realm="OPS Fusion", charset="UTF-8"')
      return response.status(401).type('text/plain').send(refusal)
    }
    return response.status(403).type('text/plain').send(refusal)
  }
}

/**
 * Who comes from a file (see `open-in-browser.ts`) would be led on as that file's guest, without the strict cookie; from
 * an answer of ours it goes on as ours.
 */
function leadOn(request: Request, response: Response): void {
  if (request.headers['sec-fetch-site'] !== 'cross-site') response.redirect('/')
  else response.set({ refresh: '0; url=/', 'cache-control': 'no-store' }).type('text/plain').send('')
}

/** Browsers keep cookies by host, not by port: without it a second door on this computer would end the first one's. */
function cookieName({ socket }: Request): string {
  return `ops-fusion-session-${socket.localPort}`
}

function sessionOf(request: Request): string | null {
  const wanted = cookieName(request)
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === wanted)?.[1] ?? null
}

/** The password of HTTP Basic authentication; any user name. @source RFC 7617 */
function passwordOf(request: Request): string | null {
  const [scheme, encoded] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return null
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  return decoded.slice(decoded.indexOf(':') + 1)
}
