import type { Answer } from '../core/analysis'
import { wordsFor } from '../words/words'
import { CSV_HEADER, csvRow } from './csv'
import { describeEnd, describeFile } from './human'
import { type FileResult, lineOf } from './line'
import type { Terminal } from './terminal'

export type ReportFormat = 'text' | 'json' | 'csv'

/** Says what became of the files, one by one. */
export interface ReportWriter {
  begin(): Promise<void>
  add(result: FileResult): Promise<void>
  end(): Promise<void>
}

/** How many files ended how. */
export type Counts = Record<Answer['outcome'] | 'failed', number>

export const NOTHING_COUNTED: Counts = { 'normal-like': 0, 'abnormal-like': 0, 'cannot-tell': 0, failed: 0 }

export function createWriter(
  format: ReportFormat,
  terminal: Terminal,
  counts: Counts,
  { withBeats = false } = {}
): ReportWriter {
  const nothing = async () => {}
  if (format === 'json') {
    return { begin: nothing, add: (result) => terminal.print(jsonLine(result, withBeats)), end: nothing }
  }
  if (format === 'csv') {
    return {
      begin: () => terminal.print(CSV_HEADER),
      add: (result) => terminal.print(csvRow(lineOf(result))),
      end: nothing
    }
  }
  const answers: Answer[] = []
  return {
    begin: nothing,
    add(result) {
      if ('reply' in result) answers.push(result.reply.analysis.answer)
      return terminal.print(describeFile(result, terminal))
    },
    async end() {
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
      if (total > 1) await terminal.print(`${wordsFor('en').terminal.summary(counts)}\n`)
      if (answers.length > 0) await terminal.print(describeEnd(answers, terminal))
    }
  }
}

/** JSON leaves the upper control characters as they are, and some terminals obey them. */
function jsonLine(result: FileResult, withBeats: boolean): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(lineOf(result, { withBeats })).replace(/[\u007f-\u009f]/g, escaped)
}
