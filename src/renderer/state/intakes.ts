import { createContext, useContext } from 'react'
import type { Recording, RecordingId } from '../../contracts/recording'
import type { AppError } from '../../core/errors'
import { asAppError } from '../api/desktop'
import { createStore, type Store } from './store'

export interface IntakeState {
  /** The file that is being sent now. */
  now: { name: string; fraction: number } | null
  /** What could not be taken in since the last start, in order. */
  failures: readonly { name: string; error: AppError }[]
  /** Several files that came together; they are of interest until the last of them is analysed. */
  batch: Batch | null
}

interface Batch {
  /** Files still to be sent. */
  waiting: number
  taken: readonly RecordingId[]
  /** Files that could not be taken in. */
  failed: number
  /** Files of folders that were left out by their names. */
  leftOut: number
}

export interface Intakes {
  store: Store<IntakeState>
  /** Sends files one after the other; a new call waits for the one before. */
  take(files: readonly File[], leftOut?: number): Promise<void>
  /** Sends no more; what was sent is kept. */
  cancel(): void
  /** Forgets what could not be taken in. */
  clear(): void
  /** Forgets the batch. */
  endBatch(): void
}

export interface IntakeOptions {
  send: (file: File, onProgress: (fraction: number) => void, signal: AbortSignal) => Promise<Recording>
  /** Called where a single file was stored. */
  onTaken: (recording: Recording) => void
}

export function createIntakes({ send, onTaken }: IntakeOptions): Intakes {
  const store = createStore<IntakeState>({ now: null, failures: [], batch: null })
  let queue: Promise<void> = Promise.resolve()
  let stopping = new AbortController()
  const set = (change: Partial<IntakeState>) => store.set({ ...store.get(), ...change })
  const count = (change: (batch: Batch) => Partial<Batch>) => {
    const { batch } = store.get()
    if (batch) set({ batch: { ...batch, ...change(batch) } })
  }

  async function sendOne(file: File, signal: AbortSignal): Promise<Recording | null> {
    const show = (fraction: number) => set({ now: { name: file.name, fraction } })
    show(0)
    try {
      return await send(file, show, signal)
    } catch (thrown) {
      const error = asAppError(thrown)
      if (error.code !== 'cancelled') set({ failures: [...store.get().failures, { name: file.name, error }] })
      return null
    } finally {
      set({ now: null })
    }
  }

  async function sendAll(files: readonly File[], leftOut: number): Promise<void> {
    stopping = new AbortController()
    const { signal } = stopping
    set({ failures: [] })
    const [only] = files
    if (only && files.length === 1) {
      const recording = await sendOne(only, signal)
      if (recording) onTaken(recording)
      return
    }
    const before = store.get().batch ?? { waiting: 0, taken: [], failed: 0, leftOut: 0 }
    set({ batch: { ...before, waiting: files.length, leftOut: before.leftOut + leftOut } })
    for (const file of files) {
      const recording = await sendOne(file, signal)
      if (signal.aborted && !recording) break
      if (recording) count(({ taken, waiting }) => ({ taken: [...taken, recording.id], waiting: waiting - 1 }))
      else count(({ failed, waiting }) => ({ failed: failed + 1, waiting: waiting - 1 }))
    }
    count(() => ({ waiting: 0 }))
  }

  return {
    store,
    take(files, leftOut = 0) {
      queue = queue.then(() => sendAll(files, leftOut))
      return queue
    },
    cancel: () => stopping.abort(),
    clear: () => set({ failures: [] }),
    endBatch: () => set({ batch: null })
  }
}

export const IntakesContext = createContext<Intakes | null>(null)

/** @throws {RangeError} outside the window's provider */
export function useIntakes(): Intakes {
  const intakes = useContext(IntakesContext)
  if (!intakes) throw new RangeError('no intakes above this component')
  return intakes
}
