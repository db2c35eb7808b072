import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import express, { type Express, type Request as ExpressRequest, type Response as ExpressResponse } from 'express'
import { channels } from '../../contracts/desktop-api'
import { AppError, toErrorReply } from '../../core/errors'
import { replyToCall } from '../calls'
import { sendEvents } from '../event-stream'
import type { Host } from '../host'
import { openPages, SECURITY_HEADERS } from '../pages'
import { DOOR_HEADER } from './door-header'
import { requireSession, type SessionOptions } from './session'

/** Often enough for proxies to keep the connection. */
const HEARTBEAT_MS = 20_000

export interface DoorOptions extends Omit<SessionOptions, 'isEncrypted'> {
  host: Host
  /** Folder of the built window. */
  renderer: string
  /** Origins that people may type: `http://127.0.0.1:4780`, … */
  origins: () => readonly string[]
}

/**
 * The window as a page: the same calls, events and URLs as behind the desktop door, over HTTP.
 *
 * `POST api/<domain>.<method>` answers `Reply`; `GET api/events` is a stream of server-sent events.
 */
export function createDoor({ host, renderer, origins, ...session }: DoorOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((_request, response, next) => {
    response.set({ ...SECURITY_HEADERS, [DOOR_HEADER]: 'browser' })
    next()
  })
  app.use((request, response, next) => {
    if (isOurs(request, origins())) return next()
    return refuse(response, 403, 'this address is not ours')
  })
  app.use(requireSession({ ...session, isEncrypted: (request) => originOf(request, origins())?.protocol === 'https:' }))

  app.get('/api/events', (_request, response) =>
    sendEvents(response, HEARTBEAT_MS, (send) =>
      host.subscribe(({ domain, method, payload }) => send({ name: `${domain}.${method}`, data: payload }))
    )
  )
  for (const { kind, name } of channels()) {
    if (kind === 'event') continue
    app.post(`/api/${name}`, express.json({ limit: '64kb', strict: false }), async (request, response) => {
      const hasInput = Number(request.headers['content-length'] ?? 0) > 0
      response.json(await replyToCall(host, name, hasInput ? (request.body as unknown) : undefined))
    })
  }
  app.use('/api', (request, response) => refuse(response, 404, `no such call: ${request.path}`))

  const pages = openPages(renderer)
  app.use(async (request, response) => {
    const asked = toWebRequest(request)
    await send((await host.respond(asked)) ?? (await pages(asked)), response)
  })
  // Express knows an error handler by its four parameters.
  app.use((error: Error, _request: ExpressRequest, response: ExpressResponse, _next: unknown) => {
    if (response.headersSent) return response.destroy(error)
    return refuse(response, 400, error.message)
  })
  return app
}

/** Host guards against a foreign name that was pointed at us, Origin against a foreign page that posts to us. */
function isOurs(request: ExpressRequest, origins: readonly string[]): boolean {
  const { origin } = request.headers
  return originOf(request, origins) !== null && (origin === undefined || origins.includes(origin))
}

/** The address that a person typed to come here; null where it is none of ours. */
function originOf({ headers }: ExpressRequest, origins: readonly string[]): URL | null {
  return origins.map((origin) => new URL(origin)).find(({ host }) => host === headers.host) ?? null
}

function toWebRequest(request: ExpressRequest): Request {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : []
  )
  return new Request(new URL(request.originalUrl, `http://${request.headers.host}`), {
    method: request.method,
    headers,
    // A body that is streamed must say that the response waits for it. @source Fetch Standard, RequestInit.duplex
    ...(hasBody && { body: bodyOf(request), duplex: 'half' })
  })
}

/** Asked for piece by piece, so that a sender who breaks off is heard of where the body is read, and nowhere else. */
function bodyOf(request: ExpressRequest): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = request.iterator({ destroyOnReturn: false })
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(new Uint8Array(value))
      },
      async cancel() {
        await chunks.return?.()
        // What is not wanted is let pass, so that the refusal arrives.
        request.resume()
      }
    },
    { highWaterMark: 0 }
  )
}

async function send(made: Response, response: ExpressResponse): Promise<void> {
  response.status(made.status)
  for (const [name, value] of made.headers) response.set(name, value)
  if (!made.body) return void response.end()
  try {
    await pipeline(Readable.fromWeb(made.body as Parameters<typeof Readable.fromWeb>[0]), response)
  } catch {
    // The player drops a range it no longer wants: nobody is left to tell.
    response.destroy()
  }
}

function refuse(response: ExpressResponse, status: number, message: string): void {
  const code = status === 403 ? 'not-allowed' : 'invalid-request'
  response.status(status).json({ ok: false, error: toErrorReply(new AppError(code, message)) })
}
