import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Recording, RecordingId, RecordingState } from '../../../src/contracts/recording'
import { startHeadless } from '../../headless-host'

const PROBE = resolve(import.meta.dirname, 'lag-probe.mjs')

/** How long the host's event loop stood still since it was last asked: the longest time, and the longest of 99 %. */
interface Lag {
  maxMs: number
  p99Ms: number
}

/** The program as people run it, with a library of its own and a probe in it. */
export interface TriedHost {
  pid: number
  /**
   * Sends a file as the window does, and waits for the end of its analysis.
   *
   * @throws {Error} when the host does not answer, as it does when it has ended
   */
  take(name: string, bytes: Uint8Array): Promise<Ended>
  lag(): Promise<Lag>
  isAlive(): boolean
  /** Ends it, and deletes its library. */
  close(): Promise<void>
}

/** How a file ended: refused at the door, or as a recording. */
export type Ended = Extract<RecordingState, { status: 'analysed' | 'failed' }>

export async function startTriedHost(): Promise<TriedHost> {
  const data = await mkdtemp(join(tmpdir(), 'ops-fusion-tried-'))
  const host = await startHeadless(data, { preload: PROBE }).ready
  const results = createResults()
  const lost = host.follow((name, payload) => {
    if (name === 'library.onChanged') results.settle(payload as Recording)
  })
  // Whoever waits for a file hears of it; at the end nobody does.
  lost.catch(() => {})
  return {
    pid: host.pid,
    async take(name, bytes) {
      const reply = await host.drop(name, bytes)
      if (!reply) throw new Error('no reply')
      if (!reply.ok) return { status: 'failed', error: reply.error }
      results.settle(reply.value)
      return Promise.race([results.of(reply.value.id), lost])
    },
    lag: async () => (await host.ask('lag')) as Lag,
    isAlive: host.isAlive,
    async close() {
      await host.end('SIGTERM')
      await rm(data, { recursive: true, maxRetries: 5 })
    }
  }
}

/** How recordings ended, whoever comes first: the news, or who asks for it. Equal files are one recording. */
function createResults() {
  const ended = new Map<RecordingId, Ended>()
  const waiting = new Map<RecordingId, ((ended: Ended) => void)[]>()
  return {
    settle({ id, state }: Recording): void {
      if (state.status !== 'analysed' && state.status !== 'failed') return
      ended.set(id, state)
      for (const tell of waiting.get(id) ?? []) tell(state)
      waiting.delete(id)
    },
    of: (id: RecordingId): Promise<Ended> =>
      new Promise((resolve) => {
        const state = ended.get(id)
        if (state) resolve(state)
        else waiting.set(id, [...(waiting.get(id) ?? []), resolve])
      })
  }
}
