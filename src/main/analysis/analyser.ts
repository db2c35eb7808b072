import type { Progress } from '../../core/analysis'
import { AppError } from '../../core/errors'
import { MAX_MEMORY_BYTES, memoryOf } from './memory'
import type { AnalysisReply, AnalysisRequest } from './messages'
import { connect, type Remote, type SpawnAnalysis } from './rpc'
import { Turns } from './turns'

export interface AnalyserOptions {
  /** Folder of the graph and its card. */
  models: string
  spawn: SpawnAnalysis
  /** Processes that work side by side. */
  processCount?: number
  /** Whether a recording that takes long lets the next one begin beside it, in a process of its own. */
  hasSlowLane?: boolean
  /** A process that makes no progress for so long is ended and replaced. */
  stallMs?: number
  /** A process that takes more is ended and replaced, where the platform lets us see. */
  maxMemoryBytes?: number
}

type Job = Omit<AnalysisRequest, 'models'>

interface JobOptions {
  onProgress?: (progress: Progress) => void
  /** Ends the job, and the process that works on it. */
  signal?: AbortSignal
}

/** Decodes and analyses in processes of its own, one job at a time in each. */
export interface Analyser {
  /** @throws {AppError} what the process says, `cancelled`, `decode-timeout`, `decode-memory` or `decode-crashed` */
  analyse(job: Job, options?: JobOptions): Promise<AnalysisReply>
  /** Starts a process now, so that the first recording need not wait for it. */
  warmUp(): void
  /** Cancels what runs and what waits. */
  close(): void
}

interface Worker {
  pid(): number | undefined
  ask: Remote<AnalysisRequest, AnalysisReply, Progress>
  end(): void
}

const WATCH_EVERY_MS = 100

/** A usual recording has its answer before; each that goes on may take a processor and {@link MAX_MEMORY_BYTES}. */
const SLOW_LANE = { afterMs: 1500, count: 2 }

/**
 * @param options `stallMs` default 15 s: a loaded computer decodes ten minutes of MP3 in one silent stretch of three
 */
export function createAnalyser({
  models,
  spawn,
  processCount = 1,
  hasSlowLane = false,
  stallMs = 15_000,
  maxMemoryBytes = MAX_MEMORY_BYTES
}: AnalyserOptions): Analyser {
  const turns = hasSlowLane ? new Turns(processCount, SLOW_LANE) : new Turns(processCount)
  const closing = new AbortController()
  const idle = new Set<Worker>()
  const alive = new Set<Worker>()

  const start = (): Worker => {
    const port = spawn()
    const forget = () => {
      idle.delete(worker)
      alive.delete(worker)
    }
    // Forgotten before it is dead: the next job must not be given to a process that is about to die.
    const end = () => {
      forget()
      port.kill()
    }
    port.onExit(forget)
    const worker: Worker = { pid: () => port.pid, ask: connect(port), end }
    alive.add(worker)
    return worker
  }

  return {
    analyse: (job, { onProgress = () => {}, signal } = {}) => {
      const ended = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
      return turns.run(async () => {
        if (ended.aborted) throw cancelled()
        const [worker = start()] = idle
        idle.delete(worker)
        try {
          return await watched(worker, { ...job, models }, { onProgress, signal: ended, stallMs, maxMemoryBytes })
        } finally {
          // One that only let others pass need not stay: each holds the network.
          if (idle.size >= processCount) worker.end()
          else if (alive.has(worker)) idle.add(worker)
        }
      }, ended)
    },
    warmUp() {
      if (alive.size === 0) idle.add(start())
    },
    close() {
      // Those that wait would start new processes if the running ones were ended first.
      closing.abort()
      for (const worker of alive) worker.end()
    }
  }
}

interface WatchOptions {
  onProgress: (progress: Progress) => void
  signal: AbortSignal
  stallMs: number
  maxMemoryBytes: number
}

/** Asks a worker, and ends it when it is cancelled, makes no progress, or takes too much memory. */
async function watched(
  { pid, ask, end }: Worker,
  request: AnalysisRequest,
  { onProgress, signal, stallMs, maxMemoryBytes }: WatchOptions
): Promise<AnalysisReply> {
  let cause: AppError | null = null
  let silentMs = 0
  let furthest = ''
  const endBecause = (error: AppError) => {
    cause ??= error
    end()
  }
  const onAbort = () => endBecause(cancelled())
  signal.addEventListener('abort', onAbort, { once: true })
  const timer = setInterval(async () => {
    // Counted, not read from a clock: a computer that slept or stood still has not waited for the process.
    silentMs += WATCH_EVERY_MS
    if (silentMs > stallMs) endBecause(new AppError('decode-timeout', `no progress for ${stallMs} ms`))
    const memory = await memoryOf(pid())
    if (memory > maxMemoryBytes) endBecause(new AppError('decode-memory', `${memory} bytes of memory in use`))
  }, WATCH_EVERY_MS)
  try {
    return await ask(request, (progress) => {
      // A decoder that goes round in circles repeats itself: only what is new counts as a sign of life.
      const reached = `${progress.step} ${progress.fraction}`
      if (reached !== furthest) silentMs = 0
      furthest = reached
      onProgress(progress)
    })
  } catch (error) {
    throw cause ?? error
  } finally {
    clearInterval(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

function cancelled(): AppError {
  return new AppError('cancelled', 'cancelled')
}
