import type { Unsubscribe } from '../../contracts/desktop-api'

type Listener = (payload: unknown) => void

export interface EventStream {
  on(name: string, listener: Listener): Unsubscribe
  /** Called when the stream is open again after it broke. */
  onReconnected(listener: () => void): Unsubscribe
  close(): void
}

const RETRY_MS = { first: 500, longest: 10_000 }

/**
 * One stream of server-sent events for all listeners, opened with the first one and opened again when it breaks.
 *
 * Over `fetch`, not `EventSource`: that gives up for good on some failures, and exists in no Node that runs the tests.
 * @source HTML Standard, section 9.2, server-sent events
 */
export function openEventStream(url: URL): EventStream {
  const listeners = new Map<string, Set<Listener>>()
  const reconnected = new Set<() => void>()
  const closing = new AbortController()
  let isStarted = false

  async function follow(): Promise<void> {
    let wasOpen = false
    let retryMs = RETRY_MS.first
    while (!closing.signal.aborted) {
      try {
        const response = await fetch(url, { credentials: 'same-origin', signal: closing.signal })
        if (response.ok && response.body) {
          if (wasOpen) for (const listener of reconnected) listener()
          wasOpen = true
          retryMs = RETRY_MS.first
          await deliver(response.body)
        }
      } catch {
        // Broken or refused: both end here and are tried again; calls report a host that is really gone.
      }
      await pause(retryMs, closing.signal)
      retryMs = Math.min(2 * retryMs, RETRY_MS.longest)
    }
  }

  async function deliver(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader()
    const decoder = new TextDecoder()
    let rest = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/)
      rest = blocks.pop() ?? ''
      for (const { name, data } of blocks.flatMap(parseEvent)) {
        for (const listener of listeners.get(name) ?? []) listener(data)
      }
    }
  }

  return {
    on(name, listener) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener))
      if (!isStarted) {
        isStarted = true
        void follow()
      }
      return () => known.delete(listener)
    },
    onReconnected(listener) {
      reconnected.add(listener)
      return () => reconnected.delete(listener)
    },
    close: () => closing.abort()
  }
}

/** One block of lines; comments (heartbeats) and blocks without data are no event. */
export function parseEvent(block: string): { name: string; data: unknown }[] {
  const fields = block.split(/\r?\n/).map((line) => /^([^:]*):? ?(.*)$/.exec(line) ?? [])
  const valuesOf = (wanted: string) => fields.flatMap(([, name, value]) => (name === wanted ? [value ?? ''] : []))
  const data = valuesOf('data')
  if (data.length === 0) return []
  return [{ name: valuesOf('event').at(-1) ?? 'message', data: JSON.parse(data.join('\n')) as unknown }]
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
