import type { Publish } from '../contracts/host-events'
import type { Failed, Recording, RecordingId, RecordingState } from '../contracts/recording'
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
   * Never rejects: what goes wrong, on the disk too, is the state in which the recording ends.
   *
   * @param channel of the file, from 0; unless given, the one that a person chose before, or the one with a heart in it
   * @returns the recording once that has ended, whichever way; with the state it had where it was dropped
   * @throws {AppError} `recording-not-found`
   */
  start(id: RecordingId, channel?: number): Promise<Recording>
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
  /** How runs ended that left what is stored as it was: shown until the next run, or the next start of the program, which tries again. */
  const unstored = new Map<RecordingId, Failed>()

  const view = (recording: Recording): Recording => {
    const run = runs.get(recording.id)
    if (run) return { ...recording, state: { status: 'analysing', progress: run.progress } }
    const ended = unstored.get(recording.id)
    if (!ended) return recording
    const { state } = recording
    return { ...recording, state: state.status === 'analysed' ? { ...ended, earlier: state } : ended }
  }
  const tell = (recording: Recording) => publish({ domain: 'library', method: 'onChanged', payload: view(recording) })
  /** It may have been renamed meanwhile; where the library cannot be read now, it is shown as it was. */
  const asItIs = (recording: Recording): Recording => {
    try {
      return library.get(recording.id)
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      return recording
    }
  }

  const analyse = async (recording: Recording, run: Run, channel: number | undefined): Promise<RecordingState> => {
    const { id } = recording
    const tuning = await tuningOf(recording)
    const reply = await analyser.analyse(
      {
        input: { path: library.files.pathOf(id, 'original') },
        operatingPoint: operatingPoint(),
        ...(tuning && { tuning }),
        channel,
        wantsPictures: true
      },
      {
        signal: run.controller.signal,
        onProgress: (progress) => {
          run.progress = progress
          if (runs.get(id) === run) tell(asItIs(recording))
        }
      }
    )
    if (reply.pictures) await library.savePictures(id, reply.pictures, reply.playable)
    const { format, analysis, signalToNoiseDb, timingsMs } = reply
    return { status: 'analysed', format, analysis, signalToNoiseDb, timingsMs }
  }

  const start = (id: RecordingId, channel?: number): Promise<Recording> => {
    const running = runs.get(id)
    if (running) return running.done
    const recording = library.get(id)
    const run: Run = {
      controller: new AbortController(),
      progress: { step: 'reading', fraction: 0 },
      done: Promise.resolve(recording)
    }
    runs.set(id, run)
    unstored.delete(id)
    run.done = analyse(recording, run, channel ?? chosenChannelOf(recording))
      .catch(failed)
      .then(async (state) => {
        // What a dropped run found is not stored: its recording keeps the state that it had.
        if (runs.get(id) !== run) return recording
        const ended = await store(recording, state)
        if (runs.get(id) !== run) return ended
        runs.delete(id)
        tell(ended)
        return view(ended)
      })
    tell(recording)
    return run.done
  }

  /**
   * Stores how a run ended. The last good answer is lost to none that failed, nor is what the disk refused kept against
   * the recording: both are only remembered. A run that was stopped leaves an answer as it was.
   */
  const store = async (recording: Recording, state: RecordingState): Promise<Recording> => {
    const hasAnswer = recording.state.status === 'analysed'
    try {
      if (state.status !== 'failed' || !(hasAnswer || isOfDisk(state)))
        return await library.setState(recording.id, state)
      if (!(hasAnswer && state.error.code === 'cancelled')) unstored.set(recording.id, state)
    } catch (thrown) {
      unstored.set(recording.id, failed(thrown))
    }
    return asItIs(recording)
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
      unstored.delete(id)
      run?.controller.abort()
    },
    async leaveOut(id, part) {
      // Beside the answer that is shown, so made as that one was, whatever has been chosen since.
      const recording = library.get(id)
      const shown = answerOf(recording)
      const chosen = {
        operatingPoint: shown?.operatingPoint ?? operatingPoint(),
        ...(shown?.tuning && { tuning: shown.tuning }),
        channel: chosenChannelOf(recording)
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

function failed(thrown: unknown): Failed {
  return { status: 'failed', error: toErrorReply(thrown) }
}

/** The channel that a person chose; undefined where nobody did. */
function chosenChannelOf({ state }: Recording): number | undefined {
  const channel = state.status === 'analysed' ? state.format.channel : undefined
  return channel?.chosenBy === 'person' ? channel.index : undefined
}

function isOfDisk(state: RecordingState): boolean {
  return state.status === 'failed' && (state.error.code === 'disk-full' || state.error.code === 'storage-unwritable')
}
