import { createServer } from 'node:net'
import { wordsFor } from '../../words/words'
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

/** Without its token our own door answers with one known sentence. */
async function isOurs(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const response = await fetch(`http://${LOOPBACK}:${port}/`, { signal, redirect: 'manual' })
    return (await response.text()).includes(wordsFor('en').errors.line({ code: 'not-allowed', values: {} }))
  } catch {
    // It speaks another protocol, or not at all.
    return false
  }
}
