import { type AnalyseAll, isAnsweredOtherwise } from '../contracts/analyse-all'
import type { Publish } from '../contracts/host-events'
import type { RecordingId } from '../contracts/recording'
import { AppError } from '../core/errors'
import type { OperatingPointName } from '../core/model-card'
import type { Library } from './library/library'
import type { Pipeline } from './pipeline'

/** Analyses again what was answered for another purpose than now, one recording at a time. */
export interface AnalyseAllService {
  state(): AnalyseAll
  /** Goes on by itself; where it runs already nothing changes. */
  start(): AnalyseAll
  /** What has not been analysed again keeps the answer it has. */
  cancel(): AnalyseAll
  /** Leaves out a recording that was removed. */
  drop(id: RecordingId): void
}

/** One at a time, so that a recording that arrives meanwhile waits for one other at most. */
export function createAnalyseAll({
  library,
  pipeline,
  operatingPoint,
  publish
}: {
  library: Library
  pipeline: Pipeline
  operatingPoint: () => OperatingPointName
  publish: Publish
}): AnalyseAllService {
  let run: Run | null = null
  let state: AnalyseAll = { isRunning: false, done: 0, total: 0 }

  const tell = (change: Partial<AnalyseAll>): AnalyseAll => {
    state = { ...state, ...change }
    publish({ domain: 'analysis', method: 'onAllChanged', payload: state })
    return state
  }
  /** One that cannot be read now is passed over, and keeps the answer it has. */
  const analyse = async (id: RecordingId) => {
    try {
      await pipeline.start(id)
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
    }
  }
  const work = async (mine: Run) => {
    for (const id of mine.waiting) {
      mine.waiting.delete(id)
      mine.now = id
      await analyse(id)
      if (run !== mine) return
      tell({ done: state.done + 1 })
    }
    run = null
    tell({ isRunning: false })
  }

  return {
    state: () => state,
    start() {
      if (run) return state
      const otherwise = library.list().filter((recording) => isAnsweredOtherwise(recording, operatingPoint()))
      const total = otherwise.length
      if (total === 0) return tell({ done: 0, total })
      run = { waiting: new Set(otherwise.map(({ id }) => id)), now: null }
      tell({ isRunning: true, done: 0, total })
      void work(run)
      return state
    },
    cancel() {
      if (!run) return state
      const { now } = run
      run = null
      if (now) {
        pipeline.drop(now)
        publish({ domain: 'library', method: 'onChanged', payload: library.get(now) })
      }
      return tell({ isRunning: false })
    },
    drop(id) {
      if (run?.waiting.delete(id)) tell({ total: state.total - 1 })
    }
  }
}

interface Run {
  waiting: Set<RecordingId>
  /** The one that is being analysed. */
  now: RecordingId | null
}
