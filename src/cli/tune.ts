import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Recording, RecordingId } from '../contracts/recording'
import type { TuningPreview } from '../contracts/stethoscope'
import { AppError, toErrorReply } from '../core/errors'
import type { ModelCard } from '../core/model-card'
import { plainText } from '../core/plain-text'
import { sigmoid } from '../core/score'
import { type Analyser, createAnalyser } from '../main/analysis/analyser'
import { readCard } from '../main/analysis/model-files'
import { spawnWithNode } from '../main/analysis/spawn-node'
import { defaultDataFolder, programPaths } from '../main/paths'
import { previewTuning } from '../main/stethoscopes/preview'
import { writeStethoscope } from '../main/stethoscopes/stethoscope-file'
import { wordsFor } from '../words/words'
import { EXIT } from './exit-codes'
import { inOrder } from './in-order'
import { inputOf } from './input-of'
import { onInterrupt } from './interrupt'
import { findKnown, type KnownFile } from './known-files'
import { openProgress } from './progress'
import { complain, openTerminal } from './terminal'

export interface TuneFlags {
  normal: string[]
  abnormal: string[]
  name: string
  out?: string
  data?: string
}

/** As many processes as pay; see `analyse`. */
const MOST_PROCESSES = 4

const { stethoscope: words, terminal: terminalWords, errors } = wordsFor('en')

/** A sound of somebody who is known, answered on the card's own scale. */
type Heard = KnownFile & Pick<Recording, 'id' | 'source' | 'state'>

/** `ops-fusion tune`: a stethoscope's own scale from people who are known, shown, and written where that is asked for. */
export async function tune(flags: TuneFlags): Promise<number> {
  const { models, analysisProcess } = programPaths()
  const card = await readCard(models)
  const known = await findKnown(flags, () => flags.data ?? defaultDataFolder())
  const interrupt = onInterrupt()
  const processCount = Math.min(availableParallelism(), MOST_PROCESSES)
  const analyser = createAnalyser({ models, spawn: spawnWithNode(analysisProcess), processCount })
  try {
    const heard: Heard[] = []
    const progress = await openProgress(known.length)
    for await (const one of inOrder(known, 2 * processCount, (file) => hear(file, analyser, interrupt.signal))) {
      if (interrupt.signal.aborted) break
      heard.push(one)
      progress.advance()
    }
    progress.stop()
    if (interrupt.signal.aborted) {
      complain(terminalWords.stopped(heard.length, known.length))
      return EXIT.interrupted
    }
    const preview = previewTuning(heard, heard, card)
    await openTerminal().print(describe(heard, preview))
    if (preview.moved.length === 0) return fail(words.terminal.nobody)
    return await written(flags, preview, card)
  } finally {
    interrupt.abort()
    analyser.close()
  }
}

async function hear(file: KnownFile, analyser: Analyser, signal: AbortSignal): Promise<Heard> {
  const about = { ...file, id: randomUUID() as RecordingId, source: { kind: 'file' as const } }
  try {
    const { format, analysis, timingsMs } = await analyser.analyse(
      { input: await inputOf(file.path), wantsPictures: false },
      { signal }
    )
    return { ...about, state: { status: 'analysed', format, analysis, timingsMs } }
  } catch (thrown) {
    return { ...about, state: { status: 'failed', error: toErrorReply(thrown) } }
  }
}

/** A line a sound, then what the scale does to a score in the middle. */
function describe(heard: readonly Heard[], { moved, leftOut, people, offset }: TuningPreview): string {
  const lineOf = ({ id, name, state }: Heard): string => {
    const found = moved.find((one) => one.id === id)
    if (found) return `${plainText(name)}\n  ${words.moved(found)}`
    const reason = leftOut.find((one) => one.id === id)?.reason ?? 'not-analysed'
    const why = state.status === 'failed' ? errors.line(state.error) : words.leftOut(name, reason)
    return `${plainText(name)}\n  ${plainText(why)}`
  }
  const sum = `${words.people(people)}: ${words.moves(sigmoid(offset))}.`
  const few = words.isFew(people) ? [words.form.few] : []
  return [...heard.map(lineOf), '', ...(moved.length > 0 ? [sum, ...few, words.limits] : [])].join('\n')
}

async function written({ name, out }: TuneFlags, preview: TuningPreview, card: ModelCard): Promise<number> {
  if (out === undefined) {
    complain(words.terminal.notWritten)
    return EXIT.ok
  }
  const { scale, offset, people } = preview
  const model = { name: card.name, version: card.version, sha256: card.sha256 }
  const text = writeStethoscope({ name, madeAt: new Date().toISOString(), scale, offset, people, model })
  await writeFile(out, text).catch((cause: unknown) => {
    throw new AppError('storage-unwritable', `cannot write ${out}`, { cause, values: { path: out } })
  })
  complain(words.terminal.written(out))
  return EXIT.ok
}

function fail(sentence: string): number {
  complain(sentence)
  return EXIT.failed
}
