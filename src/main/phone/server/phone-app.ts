import express, { type Express, type Request, type Response } from 'express'
import type { PhoneReply } from '../../../contracts/phone-api'
import { SECURITY_HEADERS } from '../../pages'
import { RETRY_AFTER_S, Refusal, STATUS_OF, toPhoneError } from './refusal'

/** The rest of a refused body is read up to this, so that the connection can be used again; above, it is closed. */
const MAX_DRAINED_BYTES = 2 ** 20

/**
 * What both servers for phones have in common: who may ask at all, and how refusals are told.
 *
 * @param scheme of this server
 * @param isOurs whether a `Host` is a name of this server
 */
export function createPhoneApp({
  scheme,
  isOurs,
  routes
}: {
  scheme: 'http' | 'https'
  isOurs: (host: string) => boolean
  routes: (app: Express) => void
}): Express {
  const app = express()
  app.disable('x-powered-by')
  // Replies are never kept, so there is nothing to compare.
  app.set('etag', false)
  app.use((request, response, next) => {
    response.set(SECURITY_HEADERS)
    // Host guards against a foreign name that was pointed at us, Origin against a foreign page that posts to us.
    const { host, origin } = request.headers
    if (!host || !isOurs(host)) throw new Refusal('not-allowed', 'this address is not ours')
    if (origin !== undefined && origin !== `${scheme}://${host}`) throw new Refusal('not-allowed', 'a foreign page')
    next()
  })
  routes(app)
  app.use(() => {
    throw new Refusal('invalid-request', 'no such request')
  })
  // Express knows an error handler by its four parameters.
  app.use((thrown: unknown, request: Request, response: Response, _next: unknown) => refuse(thrown, request, response))
  return app
}

export function sendReply<Value>(response: Response, value: Value): void {
  response.set('cache-control', 'no-store').json({ ok: true, value } satisfies PhoneReply<Value>)
}

function refuse(thrown: unknown, request: Request, response: Response): void {
  if (response.headersSent) return void response.destroy()
  const error = toPhoneError(thrown)
  const isLong =
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? 0) > MAX_DRAINED_BYTES
  // The rest of a body that we stopped reading would be taken for the next request.
  if (isLong || error.code === 'too-slow') response.set('connection', 'close')
  const retryAfterS = RETRY_AFTER_S[error.code]
  if (retryAfterS !== undefined) response.set('retry-after', String(retryAfterS))
  response
    .status(STATUS_OF[error.code])
    .set('cache-control', 'no-store')
    .json({ ok: false, error } satisfies PhoneReply<never>)
  if (error.code === 'too-slow') response.once('finish', () => request.destroy())
}
