import { createServer } from 'node:net'
import { DOOR_HEADER } from '../browser-door/door-header'
import type { Found } from './found'

const LOOPBACK = '127.0.0.1'
const ANSWER_WITHIN_MS = 1000

/** Can the browser door listen on its port? Where somebody does already: is it us? */
export async function checkPort(port: number): Promise<Found> {
  const problem = await problemOfListening(port)
  if (problem === null) return { status: 'ok', finding: 'ok', values: { port } }
  if (problem !== 'EADDRINUSE') return { status: 'failed', finding: 'refused', values: { port, problem } }
  if (await isOurs(port)) return { status: 'ok', finding: 'in-use-by-us', values: { port } }
  return { status: 'warning', finding: 'busy', values: { port } }
}

function problemOfListening(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => resolve(code))
    server.listen(port, LOOPBACK, () => server.close(() => resolve(null)))
  })
}

async function isOurs(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const response = await fetch(`http://${LOOPBACK}:${port}/`, { signal, redirect: 'manual' })
    await response.body?.cancel()
    return response.headers.has(DOOR_HEADER)
  } catch {
    // It speaks another protocol, or not at all.
    return false
  }
}
