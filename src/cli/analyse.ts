import { availableParallelism } from 'node:os'
import { type ErrorCode, toErrorReply } from '../core/errors'
import type { OperatingPointName } from '../core/model-card'
import { type Analyser, createAnalyser } from '../main/analysis/analyser'
import { spawnWithNode } from '../main/analysis/spawn-node'
import { findFiles } from '../main/find-files'
import { defaultDataFolder, programPaths } from '../main/paths'
import { wordsFor } from '../words/words'
import { EXIT } from './exit-codes'
import { inOrder } from './in-order'
import { inputOf } from './input-of'
import { onInterrupt } from './interrupt'
import type { FileResult } from './line'
import { openProgress } from './progress'
import { createWriter, NOTHING_COUNTED, type ReportFormat } from './report-writer'
import { complain, openTerminal } from './terminal'
import type { ChosenByFlags, Way } from './way'

export interface AnalyseFlags {
  json?: true
  csv?: true
  /** With `json` alone. */
  beats?: true
  threads?: number
  operatingPoint?: OperatingPointName
  /** A stethoscope's file. */
  profile?: string
  /** From 1, as people count. */
  channel?: number
  keep?: true
  data?: string
}

/** More processes than this are held up by memory bandwidth, not by the processor. */
const MOST_PROCESSES = 4

const { terminal: words, intake, errors } = wordsFor('en')

/** `ops-fusion analyse`: one answer a file, in the order of the files; keeps nothing unless told to. */
export async function analyse(named: readonly string[], flags: AnalyseFlags): Promise<number> {
  const { models, analysisProcess } = programPaths()
  const processCount = flags.threads ?? Math.min(availableParallelism(), MOST_PROCESSES)
  const interrupt = onInterrupt()
  const analyser = createAnalyser({ models, spawn: spawnWithNode(analysisProcess), processCount })
  analyser.warmUp()
  let opened: Way | undefined
  try {
    const { files, leftOut } = await findFiles(named)
    if (leftOut > 0) complain(intake.leftOut(leftOut))
    if (files.length === 0) return fail(words.nothingToAnalyse)

    const chosen = await chosenBy(flags, models)
    const way = flags.keep
      ? await (await import('./keep')).openKeeper({
          ...chosen,
          analyser,
          models,
          data: flags.data ?? defaultDataFolder()
        })
      : passingThrough(analyser, chosen, interrupt.signal)
    opened = way
    const terminal = openTerminal(() => interrupt.abort())
    const counts = { ...NOTHING_COUNTED }
    const writer = createWriter(formatOf(flags), terminal, counts, { withBeats: flags.beats ?? false })
    const progress = await openProgress(files.length)
    await writer.begin()
    for await (const result of inOrder(files, 2 * processCount, (file) => resultOf(file, way))) {
      if (interrupt.signal.aborted) break
      if ('error' in result && isAboutModel(result.error.code)) {
        progress.stop()
        return fail(errors.line(result.error))
      }
      counts['error' in result ? 'failed' : result.reply.analysis.answer.outcome]++
      await writer.add(result)
      progress.advance()
    }
    progress.stop()
    if (terminal.isClosed()) return EXIT.ok
    if (interrupt.signal.aborted) {
      const done = Object.values(counts).reduce((sum, count) => sum + count, 0)
      complain(words.stopped(done, files.length))
      return EXIT.interrupted
    }
    await writer.end()
    return counts.failed > 0 ? EXIT.failed : EXIT.ok
  } finally {
    // Files that still wait for their turn must not start a process that nobody ends.
    interrupt.abort()
    await opened?.close()
    analyser.close()
  }
}

async function chosenBy({ operatingPoint, profile, channel }: AnalyseFlags, models: string): Promise<ChosenByFlags> {
  const tuning = profile === undefined ? undefined : await (await import('./profile')).readProfile(profile, models)
  return {
    ...(operatingPoint && { operatingPoint }),
    ...(tuning && { tuning }),
    ...(channel && { channel: channel - 1 })
  }
}

function passingThrough(analyser: Analyser, chosen: ChosenByFlags, signal: AbortSignal): Way {
  const how = { wantsPictures: false, ...chosen }
  return {
    analyse: async (path) => analyser.analyse({ input: await inputOf(path), ...how }, { signal }),
    close: async () => {}
  }
}

async function resultOf(file: string, way: Way): Promise<FileResult> {
  try {
    return { file, reply: await way.analyse(file) }
  } catch (thrown) {
    return { file, error: toErrorReply(thrown) }
  }
}

function formatOf({ json, csv }: AnalyseFlags): ReportFormat {
  if (json) return 'json'
  return csv ? 'csv' : 'text'
}

/** Without its network the program can say nothing of any file: once is enough. */
function isAboutModel(code: ErrorCode): boolean {
  return code === 'model-missing' || code === 'model-damaged'
}

function fail(sentence: string): number {
  complain(sentence)
  return EXIT.failed
}
