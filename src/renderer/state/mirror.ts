import { useSyncExternalStore } from 'react'
import type { Unsubscribe } from '../../contracts/desktop-api'
import type { AppError } from '../../core/errors'
import { asAppError } from '../api/desktop'

export type Mirrored<Value> =
  | { status: 'loading' }
  | { status: 'ready'; value: Value }
  | { status: 'failed'; error: AppError }

/** What the host owns and the window only shows: loaded once, then changed by events alone. */
export interface Mirror<Value> {
  get(): Mirrored<Value>
  subscribe(listener: () => void): Unsubscribe
  /** Loads again, after a failure or when events may have been missed. */
  reload(): Promise<void>
}

export interface MirrorSource<Value> {
  load(): Promise<Value>
  /** Hands every event over as a change of the value; called once, for as long as the window lives. */
  follow(change: (change: (value: Value) => Value) => void): void
}

/**
 * Events that arrive while the first load is under way are kept and applied to what it brings: the load may be older.
 */
export function createMirror<Value>({ load, follow }: MirrorSource<Value>): Mirror<Value> {
  const listeners = new Set<() => void>()
  let state: Mirrored<Value> = { status: 'loading' }
  let waiting: ((value: Value) => Value)[] = []
  let isLoading = false

  function set(next: Mirrored<Value>): void {
    state = next
    for (const listener of listeners) listener()
  }

  async function reload(): Promise<void> {
    isLoading = true
    waiting = []
    try {
      const loaded = await load()
      set({ status: 'ready', value: applied(loaded, waiting) })
    } catch (thrown) {
      set({ status: 'failed', error: asAppError(thrown) })
    } finally {
      isLoading = false
      waiting = []
    }
  }

  follow((change) => {
    if (isLoading) waiting.push(change)
    if (state.status === 'ready') set({ status: 'ready', value: change(state.value) })
  })
  void reload()

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload
  }
}

function applied<Value>(value: Value, changes: readonly ((value: Value) => Value)[]): Value {
  let changed = value
  for (const change of changes) changed = change(changed)
  return changed
}

/** The mirror's state, followed. */
export function useMirror<Value>(mirror: Mirror<Value>): Mirrored<Value> {
  return useSyncExternalStore(mirror.subscribe, mirror.get)
}
