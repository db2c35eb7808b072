import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CustomScheme, Protocol } from 'electron'
import type { CallLog } from './call-log'

type Handler = (request: Request) => Response | Promise<Response>

/**
 * `protocol.handle` behind a real server on the loopback address.
 *
 * Chromium refuses schemes that it was not built with, so `app://name/path` stands as `http://name.localhost:port/path`:
 * a secure context with an origin of its own. A server, and not a request interceptor of the browser, because only
 * then bodies stream, files included, and media are asked for by Range.
 */
export class ProtocolDouble implements Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> {
  readonly #handlers = new Map<string, Handler>()
  readonly #calls: CallLog
  #server: Server | null = null

  constructor(calls: CallLog) {
    this.#calls = calls
  }

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    this.#calls.note('protocol.registerSchemesAsPrivileged', schemes)
  }

  handle(scheme: string, handler: Handler): void {
    this.#handlers.set(scheme, handler)
  }

  /** Asks the program as the window would: for tests that send what no browser would. */
  async answer(request: Request): Promise<Response> {
    const scheme = new URL(request.url).protocol.replace(':', '')
    const handler = this.#handlers.get(scheme)
    if (handler === undefined) throw new RangeError(`nothing handles ${scheme}:`)
    return handler(request)
  }

  async listen(): Promise<void> {
    if (this.#server !== null) return
    const server = createServer((incoming, outgoing) => void this.#serve(incoming, outgoing))
    this.#server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections()
    this.#server?.close()
  }

  /** `app://name/path` as Chromium knows it; other URLs stay as they are. */
  toPage(url: string): string {
    const [, scheme = '', host = '', rest = ''] = /^([a-z]+):\/\/([^/]*)(.*)$/.exec(url) ?? []
    return this.#handlers.has(scheme) ? `http://${scheme}.${host}.localhost:${this.#port()}${rest}` : url
  }

  /** The way back. */
  toApp(url: string): string {
    const { hostname, port, pathname, search, hash } = new URL(url)
    const [, scheme = '', host = ''] = /^([a-z]+)\.(.+)\.localhost$/.exec(hostname) ?? []
    const isOurs = this.#handlers.has(scheme) && port === String(this.#port())
    return isOurs ? `${scheme}://${host}${pathname}${search}${hash}` : url
  }

  #port(): number {
    return (this.#server?.address() as AddressInfo | null)?.port ?? 0
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = this.toApp(`http://${incoming.headers.host}${incoming.url}`)
    const gone = new AbortController()
    outgoing.once('close', () => gone.abort())
    try {
      const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
      const response = await this.answer(
        new Request(url, {
          method: incoming.method ?? 'GET',
          headers: new Headers(incoming.headers as Record<string, string>),
          signal: gone.signal,
          ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' as const })
        })
      )
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      if (response.body === null) outgoing.end()
      else await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing)
    } catch {
      // Electron answers a handler that throws with a failed request, whatever the reason.
      outgoing.destroy()
    }
  }
}
