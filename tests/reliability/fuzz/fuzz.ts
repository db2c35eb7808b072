import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorCode } from '../../../src/core/errors'
import { isOfTheFile } from '../../../src/renderer/recording/failure-kind'
import { type Mutant, mutantsBy } from './mutants'
import { type Ended, startTriedHost, type TriedHost } from './tried-host'

/** What became of a series of damaged files. */
export interface Tally {
  /** Files that were tried. */
  count: number
  answered: number
  /** By code, those that say what is wrong with the file. */
  refused: Partial<Record<ErrorCode, number>>
  /** What must not happen, and by which file. */
  failures: Failure[]
  /** Longest time to an answer, those before it waited for. */
  slowestMs: number
  /** Of the host's event loop: the longest delay of all, and the longest of 99 % in any stretch. */
  lagMaxMs: number
  lagP99Ms: number
}

interface Failure {
  mutant: number
  what: string
}

export const NOTHING_TRIED: Tally = {
  count: 0,
  answered: 0,
  refused: {},
  failures: [],
  slowestMs: 0,
  lagMaxMs: 0,
  lagP99Ms: 0
}

/** What may be said of a damaged file; all else is a fault of ours. */
const isFair = (code: ErrorCode) => isOfTheFile(code) && code !== 'decode-memory' && code !== 'file-too-large'

/** Files on their way at once: the host is never idle, and takes some in while it analyses others. */
const AT_ONCE = 6
/** Above the time after which the host itself ends an analysis that stands still, once for each that may lie before. */
const DEADLINE_MS = 60_000

/**
 * Sends a stretch of a series through a host of its own.
 *
 * @param folder where files are kept that must not have failed
 * @param stretch numbers of the files, the last not included
 */
export async function tryStretch(seed: number, folder: string, stretch: { from: number; to: number }): Promise<Tally> {
  const mutantOf = mutantsBy(seed)
  const tally = structuredClone(NOTHING_TRIED)
  let host = await startTriedHost()
  let next = stretch.from
  const measureLag = async () => {
    const { maxMs, p99Ms } = await host.lag()
    tally.lagMaxMs = Math.max(tally.lagMaxMs, maxMs)
    tally.lagP99Ms = Math.max(tally.lagP99Ms, p99Ms)
  }
  const fail = async ({ number, sound, damage, bytes }: Mutant, what: string) => {
    tally.failures.push({ mutant: number, what: `${what}: ${sound}, ${damage.join(', ')}` })
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${seed}-${number}-${sound}`), bytes)
  }
  const tryOne = async (mutant: Mutant) => {
    const begun = performance.now()
    const ended = await endOf(host, mutant)
    tally.count++
    tally.slowestMs = Math.max(tally.slowestMs, performance.now() - begun)
    if (typeof ended === 'string') return fail(mutant, ended)
    if (ended.status === 'analysed') tally.answered++
    else if (isFair(ended.error.code)) {
      tally.refused[ended.error.code] = (tally.refused[ended.error.code] ?? 0) + 1
    } else await fail(mutant, ended.error.code)
  }
  try {
    // what the start took is not counted
    await host.lag()
    while (next < stretch.to) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (next < stretch.to && host.isAlive()) await tryOne(mutantOf(next++))
        })
      )
      if (host.isAlive()) continue
      await host.close()
      host = await startTriedHost()
    }
    await measureLag()
    return tally
  } finally {
    await host.close()
  }
}

/** Tries one file of a series alone. */
export async function tryOne(seed: number, number: number): Promise<{ mutant: Mutant; ended: Ended | string }> {
  const mutant = mutantsBy(seed)(number)
  const host = await startTriedHost()
  try {
    return { mutant, ended: await endOf(host, mutant) }
  } finally {
    await host.close()
  }
}

/** @returns a sentence where there was no end */
async function endOf(host: TriedHost, { sound, bytes }: Mutant): Promise<Ended | string> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, DEADLINE_MS, `no end within ${DEADLINE_MS / 1000} s`)
  })
  try {
    return await Promise.race([host.take(sound, bytes), deadline])
  } catch (thrown) {
    return host.isAlive() ? `the host does not answer (${thrown})` : 'the host died'
  } finally {
    clearTimeout(timer)
  }
}

export function sumOf(one: Tally, other: Tally): Tally {
  const codes = new Set([...Object.keys(one.refused), ...Object.keys(other.refused)] as ErrorCode[])
  return {
    count: one.count + other.count,
    answered: one.answered + other.answered,
    refused: Object.fromEntries(
      [...codes].map((code) => [code, (one.refused[code] ?? 0) + (other.refused[code] ?? 0)])
    ),
    failures: [...one.failures, ...other.failures],
    slowestMs: Math.max(one.slowestMs, other.slowestMs),
    lagMaxMs: Math.max(one.lagMaxMs, other.lagMaxMs),
    lagP99Ms: Math.max(one.lagP99Ms, other.lagP99Ms)
  }
}
