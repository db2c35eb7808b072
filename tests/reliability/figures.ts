import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the program promises of a recording and of itself: a row of docs/reliability.md each, in this order. */
export const PROMISES = {
  'bad-audio': 'Bad audio never takes the program down',
  bombs: 'A heavy or lying file is refused or answered in time',
  kept: 'An acknowledged recording is never lost, nor what was said of it',
  'disk-faults': 'Faults of the disk are told, and cost nothing',
  load: 'A phone is served under load',
  nobody: 'Nobody gets in: resuming, names, pairing, forged requests, the browser door, altered models',
  text: 'Text is text everywhere',
  deleted: 'What is deleted is gone',
  soak: 'It runs for long',
  electron: "Electron's checklist",
  migrations: 'Every released library opens',
  privacy: 'Nothing leaves the computer'
} as const

export type Promised = keyof typeof PROMISES

export interface Figure {
  promise: Promised
  /** What was counted or timed: "kills", "slowest answer, of 100 phones". */
  what: string
  /** As measured, with its unit. */
  measured: string
  /** With the same unit: "0", "at most 2 s". */
  toReach: string
  isMet: boolean
}

/** Whether the tests run in their long form, as for a release: more kills, more guesses, more recordings. */
export const isFull = Boolean(process.env['OPS_FUSION_FULL'])

/** Keeps a figure for `npm run evaluate:reliability`, which names the folder; without it nothing is kept. */
export function keepFigure(figure: Figure): void {
  const folder = process.env['OPS_FUSION_FIGURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  appendFileSync(fileOf(folder, figure.promise), `${JSON.stringify(figure)}\n`)
}

/** Keeps the figure of what may not happen at all. */
export function keepNone(promise: Promised, what: string, count: number): void {
  keepFigure({ promise, what, measured: String(count), toReach: '0', isMet: count === 0 })
}

/** The figures that were kept of a promise, in the order in which they came. */
export function figuresIn(folder: string, promise: Promised): Figure[] {
  const path = fileOf(folder, promise)
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Figure)
}

function fileOf(folder: string, promise: Promised): string {
  return join(folder, `${promise}.jsonl`)
}
