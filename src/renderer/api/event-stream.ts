import type { Unsubscribe } from '../../contracts/desktop-api'
import { createEventReader } from '../../contracts/event-stream'

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
    const eventsIn = createEventReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      for (const { name, data } of eventsIn(decoder.decode(value, { stream: true }))) {
        for (const listener of listeners.get(name) ?? []) listener(JSON.parse(data))
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

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
