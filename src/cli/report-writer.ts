import type { Answer } from '../core/analysis'
import { wordsFor } from '../words/words'
import { CSV_HEADER, csvRow } from './csv'
import { describeEnd, describeFile } from './human'
import { lineOf, type Outcome } from './line'
import type { Terminal } from './terminal'

export type ReportFormat = 'text' | 'json' | 'csv'

/** Says what became of the files, one by one. */
export interface ReportWriter {
  begin(): Promise<void>
  add(outcome: Outcome): Promise<void>
  end(): Promise<void>
}

/** How many files ended how. */
export type Counts = Record<Answer['outcome'] | 'failed', number>

export const NOTHING_COUNTED: Counts = { 'normal-like': 0, 'abnormal-like': 0, 'cannot-tell': 0, failed: 0 }

export function createWriter(format: ReportFormat, terminal: Terminal, counts: Counts): ReportWriter {
  const nothing = async () => {}
  if (format === 'json') {
    return { begin: nothing, add: (outcome) => terminal.print(JSON.stringify(lineOf(outcome))), end: nothing }
  }
  if (format === 'csv') {
    return {
      begin: () => terminal.print(CSV_HEADER),
      add: (outcome) => terminal.print(csvRow(lineOf(outcome))),
      end: nothing
    }
  }
  const answers: Answer[] = []
  return {
    begin: nothing,
    add(outcome) {
      if ('reply' in outcome) answers.push(outcome.reply.analysis.answer)
      return terminal.print(describeFile(outcome, terminal))
    },
    async end() {
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
      if (total > 1) await terminal.print(`${wordsFor('en').terminal.summary(counts)}\n`)
      if (answers.length > 0) await terminal.print(describeEnd(answers, terminal))
    }
  }
}
