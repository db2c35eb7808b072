import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../src/core/errors'
import { isOfTheFile } from '../src/renderer/recording/failure-kind'
import { buildOnce, ROOT } from './cli-run'
import { BOMBS } from './reliability/bombs/bombs'
import { type Cost, costOf, raceOf } from './reliability/bombs/tried-analyser'
import { isFull, keepFigure } from './reliability/figures'

/** Nothing of the program's own troubles may be said of such a file. */
const isFair = (outcome: ErrorCode | 'answered') =>
  outcome === 'answered' || (isOfTheFile(outcome) && outcome !== 'decode-memory')
const MOST_BYTES = 512 * 2 ** 20
const GOOD = join(ROOT, 'tests/fixtures/audio/s16-2k.wav')

/** Each costs seconds: the short form tries one of so many. */
const EVERY = isFull ? 1 : 6
const chosen = Object.entries(BOMBS).filter((_, n) => n % EVERY === 0)

/** Two seconds, and one for each minute of sound, ms. */
const limitMs = (soundS: number) => 2000 + (1000 * soundS) / 60

describe.runIf(process.platform === 'linux')('a file that is heavy, or lies', { timeout: 180_000 }, () => {
  const costs: { name: string; cost: Cost; limitMs: number }[] = []
  let folder: string
  beforeAll(async () => {
    buildOnce()
    folder = await mkdtemp(join(tmpdir(), 'ops-fusion-bombs-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
    keepFigures(costs)
  })

  it.each(chosen)('%s is answered or refused, in little memory', async (name, { soundS, make }) => {
    const path = join(folder, 'bomb')
    await writeFile(path, make())
    const cost = await costOf(path, GOOD)
    costs.push({ name, cost, limitMs: limitMs(soundS) })
    expect(cost.outcome).toSatisfy(isFair)
    expect(cost.peakBytes).toBeLessThan(MOST_BYTES)
  })

  it('lets a small one pass', async () => {
    const large = join(folder, 'large')
    await writeFile(large, BOMBS['FLAC of 10 min at 192 kHz, 8 channels']!.make())
    const { smallMs, isSmallFirst } = await raceOf(large, GOOD)
    keepFigure({
      promise: 'bombs',
      what: 'A small file behind a large one has its answer after',
      measured: seconds(smallMs),
      toReach: 'at most 2 s, and its own time',
      isMet: isSmallFirst && smallMs < 3000
    })
    expect(isSmallFirst).toBe(true)
  })
})

function keepFigures(costs: readonly { name: string; cost: Cost; limitMs: number }[]): void {
  if (costs.length === 0) return
  const slowest = costs.reduce((worst, one) =>
    one.cost.processorMs / one.limitMs > worst.cost.processorMs / worst.limitMs ? one : worst
  )
  const peakMb = Math.max(...costs.map(({ cost }) => cost.peakBytes)) / 2 ** 20
  const late = costs.filter(({ cost, limitMs }) => cost.processorMs > limitMs).length
  keepFigure({
    promise: 'bombs',
    what: `Answers or refusals that came late, of ${costs.length} heavy or lying files, in processor time; slowest: ${slowest.name}, ${seconds(slowest.cost.processorMs)} of ${seconds(slowest.limitMs)}`,
    measured: String(late),
    toReach: '0',
    isMet: late === 0
  })
  keepFigure({
    promise: 'bombs',
    what: 'Most memory of the process that analyses',
    measured: `${Math.ceil(peakMb)} MB`,
    toReach: 'at most 512 MB',
    isMet: peakMb <= 512
  })
  const odd = costs.filter(({ cost }) => !isFair(cost.outcome)).length
  keepFigure({
    promise: 'bombs',
    what: 'Refusals that do not say what is wrong with the file',
    measured: String(odd),
    toReach: '0',
    isMet: odd === 0
  })
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
