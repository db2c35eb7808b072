import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Recording } from '../src/contracts/recording'
import { simulateHeart } from '../src/core/simulate'
import { encodeWav } from '../src/core/wav'
import { memoryOf } from '../src/main/analysis/memory'
import { buildOnce } from './cli-run'
import { type HeadlessHost, startHeadless } from './headless-host'
import { isFull, keepFigure } from './reliability/figures'

vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 120_000 })

const RECORDINGS = isFull ? 2000 : 60
/** So many are under way at once: one is analysed while the next is taken in. */
const AT_ONCE = 3
/** The memory of a short run has not settled. */
const MOST_GROWTH = isFull ? 0.1 : 0.5

let data: string
let host: HeadlessHost
beforeAll(buildOnce)
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ops-fusion-soak-'))
  host = await startHeadless(data).ready
})
afterEach(async () => {
  await host.end('SIGKILL')
  await rm(data, { recursive: true, maxRetries: 5 })
})

/** Six seconds, unlike every other. */
function heart(seed: number): Uint8Array {
  const rates = { heartRateBpm: 50 + (seed % 60), noiseLevelDb: -40 + (seed % 17) }
  const kind = { murmur: seed % 3 === 0 ? 'systolic' : 'none', murmurLevelDb: -20 } as const
  return encodeWav(simulateHeart({ ...rates, ...kind, durationS: 6, sampleRate: 8000, seed }), { bitDepth: 16 })
}

/** What a process holds now. */
interface Held {
  bytes: number
  handles: number
}

const held = async (pid: number): Promise<Held> => ({
  bytes: await memoryOf(pid),
  handles: readdirSync(`/proc/${pid}/fd`).length
})
/** The first that a process has started: of the host, the one that analyses. */
const childOf = (pid: number) => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0])

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

describe.runIf(process.platform === 'linux')('a program that runs for long', () => {
  it('grows neither with the recordings that it takes in nor with those that it analyses', async () => {
    const ended = new Map<string, string>()
    const isOver = host.follow((name, payload) => {
      if (name !== 'library.onChanged') return
      const { id, state } = payload as Recording
      ended.set(id, state.status)
    })
    isOver.catch(() => {})
    const [ofHost, ofChild]: [Held[], Held[]] = [[], []]
    let next = 0
    const sendInTurn = async () => {
      while (next < RECORDINGS) {
        const seed = next++
        const dropped = await host.drop(`${seed}.wav`, heart(seed))
        if (!dropped?.ok) throw new Error(`${seed} was not taken in`)
        const { id } = dropped.value
        await expect.poll(() => ended.get(id), { timeout: 60_000, interval: 20 }).toBe('analysed')
        ended.delete(id)
        ofHost.push(await held(host.pid))
        ofChild.push(await held(childOf(host.pid)))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, sendInTurn))
    expect(ofHost).toHaveLength(RECORDINGS)
    const grown = [keepGrowth('the program', ofHost), keepGrowth('its analysis process', ofChild)]
    for (const { memory, handles } of grown) {
      expect(memory).toBeLessThan(MOST_GROWTH)
      expect(handles).toBeLessThanOrEqual(0)
    }
  })
})

/** By how much a process has grown between the second tenth of all recordings and the last. */
function keepGrowth(who: string, all: readonly Held[]): { memory: number; handles: number } {
  const tenth = RECORDINGS / 10
  const between = (of: keyof Held, first: number) => median(all.slice(first, first + tenth).map((one) => one[of]))
  const [early, late] = [between('bytes', tenth), between('bytes', RECORDINGS - tenth)]
  const memory = late / early - 1
  const handles = between('handles', RECORDINGS - tenth) - between('handles', tenth)
  const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20)
  keepFigure({
    promise: 'soak',
    what: `memory that ${who} gained between recording ${tenth} and ${RECORDINGS}`,
    measured: `${(100 * memory).toFixed(1)} % (${mebibytes(early)} to ${mebibytes(late)} MiB)`,
    toReach: 'less than 10 %',
    isMet: memory < 0.1
  })
  keepFigure({
    promise: 'soak',
    what: `open files and connections that ${who} gained`,
    measured: String(handles),
    toReach: '0',
    isMet: handles <= 0
  })
  return { memory, handles }
}
