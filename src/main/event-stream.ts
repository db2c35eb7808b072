import type { ServerResponse } from 'node:http'
import type { Unsubscribe } from '../contracts/desktop-api'
import { HEARTBEAT, writeEvent } from '../contracts/event-stream'

/** News that a reader has not read, bytes: minutes of it. More is not held for anybody. */
const MOST_UNREAD_BYTES = 2 ** 20

/**
 * Answers a request with server-sent events until either end closes the connection.
 *
 * Who does not read is cut off, so that memory does not fill with what nobody hears; who comes back is told the state
 * of then.
 *
 * @param heartbeatMs a line is sent this often, so that proxies and both ends know that the other is there
 * @param follow begins to send; what it returns is called when the connection has closed
 */
export function sendEvents(
  response: ServerResponse,
  heartbeatMs: number,
  follow: (send: (event: { name?: string; data: unknown }) => void) => Unsubscribe
): void {
  response.setHeader('content-type', 'text/event-stream')
  response.setHeader('cache-control', 'no-store')
  response.flushHeaders()
  // Between the end and the close there is still news, and nobody to tell.
  const write = (text: string) => {
    if (response.writableEnded || response.destroyed) return
    response.write(text)
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy()
  }
  const heartbeat = setInterval(() => write(HEARTBEAT), heartbeatMs)
  let stop = () => {}
  response.on('error', () => response.destroy())
  response.on('close', () => {
    stop()
    clearInterval(heartbeat)
  })
  stop = follow(({ data, ...event }) => write(writeEvent({ ...event, data: JSON.stringify(data) })))
}
