import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { About } from '../../contracts/desktop-api'
import type { Source } from '../../contracts/recording'
import { type ErrorCode, toErrorReply } from '../../core/errors'
import { framesOf } from './frames'

/**
 * What may be written down: words of ours and numbers. There is no place in it for a name, a note, a path, an address or
 * a token.
 */
type LogEntry =
  | { event: 'start'; version: string; door: About['door']; node: string; system: string; recordings: number }
  | { event: 'stop' }
  | { event: 'intake'; from: Source['kind']; count: number }
  | { event: 'analysed'; totalMs: number }
  | { event: 'error'; during: string; code: ErrorCode; at?: string }
  | { event: 'phones'; change: 'let-in' | 'shut-out' | 'waiting' | 'paired' | 'removed'; paired: number }

export interface Log {
  write(entry: LogEntry): void
  /**
   * Writes down that something failed: its code, and of a fault of the program where in its code that was.
   *
   * @param during a call of ours, or what the program was doing
   */
  fail(during: string, thrown: unknown): void
}

/** Some weeks of daily use. */
const LIMITS = { mostBytes: 256 * 1024, kept: 3 }
const NAME = 'ops-fusion.log'
/** More helps nobody who reads it. */
const MOST_LINES = 1000

/**
 * The log of a data folder: a line an entry, at once on its way to the disk, so that the last line before a crash is there.
 *
 * A full file is moved aside, the oldest is removed. Where nothing can be written nothing is: the log is no reason to fail.
 */
export function openLog(folder: string, { mostBytes, kept }: typeof LIMITS = LIMITS): Log {
  const write = (entry: LogEntry) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (sizeOf(join(folder, NAME)) > mostBytes) turnOver(folder, kept)
      appendFileSync(join(folder, NAME), `${lineOf(new Date(), entry)}\n`, { mode: 0o600 })
    } catch {
      // A disk that is full or gone is said where it matters: to the person, by the call that needed it.
    }
  }
  return {
    write,
    fail(during, thrown) {
      const { code } = toErrorReply(thrown)
      const at = code === 'internal' ? framesOf(thrown) : ''
      write({ event: 'error', during, code, ...(at && { at }) })
    }
  }
}

/** The newest lines of a log, oldest first; none where there is none. */
export async function readLog(folder: string, { kept }: typeof LIMITS = LIMITS): Promise<string[]> {
  const names = [...Array.from({ length: kept }, (_, index) => asideName(kept - index)), NAME]
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  return texts
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .slice(-MOST_LINES)
}

function lineOf(at: Date, { event, ...values }: LogEntry): string {
  return [at.toISOString(), event, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ')
}

function asideName(age: number): string {
  return `${NAME}.${age}`
}

function turnOver(folder: string, kept: number): void {
  for (let age = kept - 1; age >= 1; age--) {
    if (sizeOf(join(folder, asideName(age))) > 0)
      renameSync(join(folder, asideName(age)), join(folder, asideName(age + 1)))
  }
  renameSync(join(folder, NAME), join(folder, asideName(1)))
}

/** 0 for what is not there. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
