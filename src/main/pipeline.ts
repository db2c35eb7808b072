import type { Publish } from '../contracts/host-events'
import type { Recording, RecordingId, RecordingState } from '../contracts/recording'
import type { Answer, NamedTuning, Progress } from '../core/analysis'
import { AppError, toErrorReply } from '../core/errors'
import type { Part } from '../core/leave-out'
import type { OperatingPointName } from '../core/model-card'
import type { Analyser } from './analysis/analyser'
import type { Library, Newcomer } from './library/library'

/** The way of a recording: taken in, analysed, stored, told. */
export interface Pipeline {
  /** Resolves once the bytes are safe; the analysis goes on by itself. */
  takeIn(chunks: AsyncIterable<Uint8Array>, about: Newcomer): Promise<Recording>
  /**
   * Analyses a recording, or joins the analysis that runs.
   *
   * @returns the recording once that has ended, whichever way; with the state it had where it was dropped
   * @throws {AppError} `recording-not-found`
   */
  start(id: RecordingId): Promise<Recording>
  cancel(id: RecordingId): void
  /** Ends an analysis and stores and tells nothing of it; {@link start} takes it up again. */
  drop(id: RecordingId): void
  /** Analyses again without a part; nothing of it is kept. */
  leaveOut(id: RecordingId, part: Part): Promise<{ answer: Answer; wav: Uint8Array }>
  /** The recording as the library has it, with the progress that only the pipeline knows. */
  view(recording: Recording): Recording
  /** Takes up what was waiting when the program ended. */
  resume(): void
  /** Ends what is being analysed and leaves it waiting for the next start. */
  close(): Promise<void>
}

interface Run {
  controller: AbortController
  progress: Progress
  done: Promise<Recording>
}

export function createPipeline({
  library,
  analyser,
  operatingPoint,
  tuningOf,
  publish
}: {
  library: Library
  analyser: Analyser
  operatingPoint: () => OperatingPointName
  /** The scale of the sensor that a recording was made with; null for the card's own. */
  tuningOf: (recording: Recording) => Promise<NamedTuning | null>
  publish: Publish
}): Pipeline {
  const runs = new Map<RecordingId, Run>()

  const view = (recording: Recording): Recording => {
    const run = runs.get(recording.id)
    return run ? { ...recording, state: { status: 'analysing', progress: run.progress } } : recording
  }
  const tell = (recording: Recording) => publish({ domain: 'library', method: 'onChanged', payload: view(recording) })

  const analyse = async (id: RecordingId, run: Run): Promise<RecordingState> => {
    const input = { path: library.files.pathOf(id, 'original') }
    const tuning = await tuningOf(library.get(id))
    const reply = await analyser.analyse(
      { input, operatingPoint: operatingPoint(), ...(tuning && { tuning }), wantsPictures: true },
      {
        signal: run.controller.signal,
        onProgress: (progress) => {
          run.progress = progress
          if (runs.get(id) === run) tell(library.get(id))
        }
      }
    )
    if (reply.pictures) await library.savePictures(id, reply.pictures, reply.playable)
    const { format, analysis, signalToNoiseDb, timingsMs } = reply
    return { status: 'analysed', format, analysis, signalToNoiseDb, timingsMs }
  }

  const start = (id: RecordingId): Promise<Recording> => {
    const running = runs.get(id)
    if (running) return running.done
    const recording = library.get(id)
    const run: Run = {
      controller: new AbortController(),
      progress: { step: 'reading', fraction: 0 },
      done: Promise.resolve(recording)
    }
    runs.set(id, run)
    run.done = analyse(id, run)
      .catch((error: unknown): RecordingState => ({ status: 'failed', error: toErrorReply(error) }))
      .then((state) => {
        // What a dropped run found is not stored: its recording keeps the state that it had.
        if (runs.get(id) !== run) return library.get(id)
        runs.delete(id)
        const ended = library.setState(id, state)
        tell(ended)
        return ended
      })
    tell(recording)
    return run.done
  }

  return {
    view,
    start,
    async takeIn(chunks, about) {
      const recording = await library.add(chunks, about)
      if (recording.state.status === 'waiting') void start(recording.id)
      else tell(recording)
      return view(recording)
    },
    cancel(id) {
      const run = runs.get(id)
      if (!run) throw new AppError('recording-not-found', `${id} is not being analysed`)
      run.controller.abort()
    },
    drop(id) {
      const run = runs.get(id)
      runs.delete(id)
      run?.controller.abort()
    },
    async leaveOut(id, part) {
      // Beside the answer that is shown, so made as that one was, whatever has been chosen since.
      const shown = answerOf(library.get(id))
      const chosen = {
        operatingPoint: shown?.operatingPoint ?? operatingPoint(),
        ...(shown?.tuning && { tuning: shown.tuning })
      }
      const input = { path: library.files.pathOf(id, 'original') }
      const job = { input, ...chosen, leaveOut: part, wantsPictures: false }
      const { analysis, playable } = await analyser.analyse(job)
      return { answer: analysis.answer, wav: playable! }
    },
    resume() {
      for (const { id, state } of library.list()) if (state.status === 'waiting') void start(id)
    },
    async close() {
      const open = [...runs.values()]
      runs.clear()
      for (const { controller } of open) controller.abort()
      await Promise.all(open.map(({ done }) => done))
    }
  }
}

function answerOf({ state }: Recording): Answer | null {
  return state.status === 'analysed' ? state.analysis.answer : null
}
