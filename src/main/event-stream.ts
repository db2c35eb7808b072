import type { ServerResponse } from 'node:http'
import type { Unsubscribe } from '../contracts/desktop-api'
import { HEARTBEAT, writeEvent } from '../contracts/event-stream'

/**
 * Answers a request with server-sent events until either end closes the connection.
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
  const write = (text: string) => void (response.writableEnded || response.write(text))
  const heartbeat = setInterval(() => write(HEARTBEAT), heartbeatMs)
  let stop = () => {}
  response.on('error', () => response.destroy())
  response.on('close', () => {
    stop()
    clearInterval(heartbeat)
  })
  stop = follow(({ data, ...event }) => write(writeEvent({ ...event, data: JSON.stringify(data) })))
}
