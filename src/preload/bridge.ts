import { apiOver } from '../contracts/api-over'
import { channels, type DesktopApi, type Unsubscribe } from '../contracts/desktop-api'
import type { Reply } from '../contracts/reply'
import type { ErrorReply } from '../core/errors'

/** The two methods of `ipcRenderer` that the window needs. */
export interface Ipc {
  invoke(channel: string, input: unknown): Promise<Reply<unknown>>
  on(channel: string, listener: (event: unknown, payload: unknown) => void): unknown
}

type Listener = (payload: unknown) => void

/** Events kept for a page that does not listen yet; it does within its first frame. */
const KEPT_EVENTS = 64

/**
 * {@link DesktopApi} over IPC, as named functions: the page gets no `ipcRenderer`, no channel name, no event object.
 *
 * A failed call rejects with a plain {@link ErrorReply} (`code`, `message`, `values`), not with an Error: an Error
 * that crosses the context bridge keeps its message and loses its fields. `renderer/api` makes an `AppError` of it.
 */
export function bridge(ipc: Ipc): DesktopApi {
  const events = channels().filter(({ kind }) => kind === 'event')
  const listeners = new Map(events.map(({ name }) => [name, subscription(ipc, name)]))
  return apiOver({
    async call(name, input) {
      const reply = await ipc.invoke(name, input).catch(unreachable)
      return reply.ok ? reply.value : Promise.reject(reply.error)
    },
    listen: (name, listener) => listeners.get(name)!(listener)
  })
}

/** The entrance itself failed: it is not open yet, or the input cannot be cloned. */
function unreachable(thrown: unknown): Reply<never> {
  const error: ErrorReply = { code: 'host-unreachable', message: String(thrown), values: {} }
  return { ok: false, error }
}

/** What was told before the first listener came is kept for it: the host may open a file while the page still loads. */
function subscription(ipc: Ipc, name: string): (listener: Listener) => Unsubscribe {
  const listeners = new Set<Listener>()
  let kept: unknown[] | null = []
  ipc.on(name, (_event, payload) => {
    if (kept !== null) kept = [...kept, payload].slice(-KEPT_EVENTS)
    else for (const listener of listeners) listener(payload)
  })
  return (listener) => {
    const own: Listener = (payload) => listener(payload)
    listeners.add(own)
    for (const payload of kept ?? []) own(payload)
    kept = null
    return () => {
      listeners.delete(own)
    }
  }
}
