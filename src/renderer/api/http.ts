import { apiOver } from '../../contracts/api-over'
import type { Reply } from '../../contracts/reply'
import { AppError, fromErrorReply } from '../../core/errors'
import { openEventStream } from './event-stream'
import type { Host } from './host'

/** Tells our own requests from those that a form of another site could make. */
export const OUR_HEADERS = { 'x-requested-with': 'ops-fusion' } as const

/**
 * `DesktopApi` over HTTP: one POST a call, one stream for all events.
 *
 * @param base where the page came from, with a trailing slash
 */
export function httpHost(base: URL): Host {
  const events = openEventStream(new URL('api/events', base))
  const api = apiOver({ call: (name, input) => post(new URL(`api/${name}`, base), input), listen: events.on })
  return { api, onReconnected: events.onReconnected }
}

async function post(url: URL, input: unknown): Promise<unknown> {
  const hasInput = input !== undefined
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...OUR_HEADERS, ...(hasInput && { 'content-type': 'application/json' }) },
    body: hasInput ? JSON.stringify(input) : null
  }).catch((cause: unknown) => {
    throw new AppError('host-unreachable', `no answer from ${url.pathname}`, { cause })
  })
  return unwrap(await readReply<unknown>(response.status, await response.text()))
}

/**
 * @throws {AppError} `not-allowed` where the door is shut, `host-unreachable` where something else answers in our place
 */
export function readReply<Value>(status: number, body: string): Reply<Value> {
  const reply = parse(body)
  if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply as Reply<Value>
  const code = status === 401 || status === 403 ? 'not-allowed' : 'host-unreachable'
  throw new AppError(code, `status ${status} without a reply`)
}

/** @throws {AppError} what the reply carries, where it is no value */
export function unwrap<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw fromErrorReply(reply.error)
  return reply.value
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // A login page or a proxy's error page: the caller says what it means.
    return undefined
  }
}
