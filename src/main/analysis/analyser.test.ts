import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Progress } from '../../core/analysis'
import { type Analyser, type AnalyserOptions, createAnalyser } from './analyser'
import { spawnWithNode } from './spawn-node'

const MISBEHAVING = resolve(import.meta.dirname, '../../../tests/fixtures/processes/misbehaving.mjs')

let analyser: Analyser | undefined
afterEach(() => analyser?.close())

function open(options: Partial<AnalyserOptions> = {}): Analyser {
  analyser = createAnalyser({ models: 'models', spawn: spawnWithNode(MISBEHAVING), ...options })
  return analyser
}
const job = (path: string) => ({ input: { path }, wantsPictures: false })
const pidOf = async (given: Analyser, path = 'answer') =>
  ((await given.analyse(job(path))) as unknown as { pid: number }).pid

describe('analyser', () => {
  it('passes the job and the model folder on, and the progress back', async () => {
    const heard: Progress[] = []
    const reply = await open().analyse(job('answer'), { onProgress: (progress) => heard.push(progress) })
    expect(reply).toMatchObject({ asked: { input: { path: 'answer' }, models: 'models', wantsPictures: false } })
    expect(heard).toEqual([{ step: 'decoding', fraction: 0.5 }])
  })

  it('keeps its process between jobs', async () => {
    const kept = open()
    expect(await pidOf(kept)).toBe(await pidOf(kept))
  })

  it('carries a refusal over with its code and values, and goes on with the same process', async () => {
    const kept = open()
    const pid = await pidOf(kept)
    await expect(kept.analyse(job('refuse'))).rejects.toMatchObject({
      code: 'format-unsupported',
      values: { format: 'ALAC' }
    })
    expect(await pidOf(kept)).toBe(pid)
  })

  it.each(['crash', 'leave'])('reports a process that ends by %s, and starts another', async (deed) => {
    const struck = open()
    const pid = await pidOf(struck)
    await expect(struck.analyse(job(deed))).rejects.toMatchObject({ code: 'decode-crashed' })
    expect(await pidOf(struck)).not.toBe(pid)
  })

  it.each(['loop', 'circle'])('ends a process that makes no progress (%s), and starts another', async (deed) => {
    const struck = open({ stallMs: 400 })
    await expect(struck.analyse(job(deed))).rejects.toMatchObject({ code: 'decode-timeout' })
    expect(await pidOf(struck)).toBeGreaterThan(0)
  })

  it('lets a quick one pass two that take long', { timeout: 30_000 }, async () => {
    const shared = open({ hasSlowLane: true })
    const done: string[] = []
    const note = async (path: string) => {
      await shared.analyse(job(path))
      done.push(path)
    }
    await Promise.all([note('crawl 900'), note('crawl 901'), note('answer')])
    expect(done[0]).toBe('answer')
  })

  it('lets nobody pass where there is no other lane', async () => {
    const single = open()
    const done: string[] = []
    const note = (path: string) => single.analyse(job(path)).then(() => done.push(path))
    await Promise.all([note('crawl 350'), note('answer')])
    expect(done[0]).toBe('crawl 350')
  })

  it('lets a slow one finish as long as it gets on', async () => {
    await expect(open({ stallMs: 2000 }).analyse(job('crawl 300'))).resolves.toBeDefined()
  })

  it.runIf(process.platform === 'linux')('ends a process that takes too much memory', async () => {
    const struck = open({ maxMemoryBytes: 200 * 2 ** 20 })
    await expect(struck.analyse(job('swell'))).rejects.toMatchObject({ code: 'decode-memory' })
    expect(await pidOf(struck)).toBeGreaterThan(0)
  })

  it('cancels a job that runs and one that waits, and nothing else', async () => {
    const busy = open()
    const running = new AbortController()
    const waiting = new AbortController()
    const first = busy.analyse(job('loop'), { signal: running.signal })
    const second = busy.analyse(job('answer'), { signal: waiting.signal })
    const third = busy.analyse(job('answer'))
    waiting.abort()
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    running.abort()
    await expect(first).rejects.toMatchObject({ code: 'cancelled' })
    await expect(third).resolves.toBeDefined()
  })

  it('ends with all its jobs when it is closed, and starts no process for those that wait', async () => {
    const busy = open()
    const jobs = [busy.analyse(job('loop')), busy.analyse(job('answer'))]
    const outcomes = Promise.allSettled(jobs)
    busy.close()
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { code: 'cancelled' } })
  })

  it('works on as many at once as it has processes, and no more', async () => {
    const pair = open({ processCount: 2 })
    const pids = await Promise.all([1, 2, 3, 4].map(() => pidOf(pair, 'crawl')))
    expect(new Set(pids).size).toBe(2)
  })
})
