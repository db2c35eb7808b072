import { createContext, useContext } from 'react'
import type { Recording } from '../../contracts/recording'
import type { AppError } from '../../core/errors'
import { asAppError } from '../api/desktop'
import { createStore, type Store } from './store'

export interface IntakeState {
  /** The file that is being sent now. */
  now: { name: string; fraction: number; index: number; total: number } | null
  /** What could not be taken in since the last start, in order. */
  failures: readonly { name: string; error: AppError }[]
}

export interface Intakes {
  store: Store<IntakeState>
  /** Sends files one after the other; a new call waits for the one before. */
  take(files: readonly File[]): Promise<void>
  cancel(): void
  clear(): void
}

export interface IntakeOptions {
  send: (file: File, onProgress: (fraction: number) => void, signal: AbortSignal) => Promise<Recording>
  /** Called with what was stored, when all files of one call are through. */
  onTaken: (recordings: readonly Recording[], total: number) => void
}

export function createIntakes({ send, onTaken }: IntakeOptions): Intakes {
  const store = createStore<IntakeState>({ now: null, failures: [] })
  let queue: Promise<void> = Promise.resolve()
  let stopping = new AbortController()

  async function sendAll(files: readonly File[]): Promise<void> {
    stopping = new AbortController()
    const { signal } = stopping
    const taken: Recording[] = []
    store.set({ now: null, failures: [] })
    for (const [index, file] of files.entries()) {
      if (signal.aborted) break
      const show = (fraction: number) =>
        store.set({ ...store.get(), now: { name: file.name, fraction, index, total: files.length } })
      show(0)
      try {
        taken.push(await send(file, show, signal))
      } catch (thrown) {
        const error = asAppError(thrown)
        if (error.code === 'cancelled') break
        store.set({ ...store.get(), failures: [...store.get().failures, { name: file.name, error }] })
      }
    }
    store.set({ ...store.get(), now: null })
    onTaken(taken, files.length)
  }

  return {
    store,
    take(files) {
      queue = queue.then(() => sendAll(files))
      return queue
    },
    cancel: () => stopping.abort(),
    clear: () => store.set({ ...store.get(), failures: [] })
  }
}

export const IntakesContext = createContext<Intakes | null>(null)

/** @throws {RangeError} outside the window's provider */
export function useIntakes(): Intakes {
  const intakes = useContext(IntakesContext)
  if (!intakes) throw new RangeError('no intakes above this component')
  return intakes
}
