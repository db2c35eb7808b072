import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors'
import { openLog, readLog } from './log'

const SMALL = { mostBytes: 1000, kept: 2 }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-log-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the log', () => {
  it('has a line an entry: when, what, and its values', async () => {
    const log = openLog(join(folder, 'new'))
    log.write({ event: 'intake', from: 'phone', count: 3 })
    log.fail('library.rename', new AppError('disk-full', 'no room for Ann', { values: { path: '/srv/ann' } }))
    const lines = await readLog(join(folder, 'new'))
    expect(lines.map((line) => line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, ''))).toEqual([
      'intake from=phone count=3',
      'error during=library.rename code=disk-full'
    ])
  })

  it('stays small however long it is written, and keeps the newest', async () => {
    const log = openLog(folder, SMALL)
    for (let count = 1; count <= 200; count++) log.write({ event: 'intake', from: 'file', count })
    const names = await readdir(folder)
    expect(names.sort()).toEqual(['ops-fusion.log', 'ops-fusion.log.1', 'ops-fusion.log.2'])
    for (const name of names) expect((await stat(join(folder, name))).size).toBeLessThan(1100)
    const counts = (await readLog(folder, SMALL)).map((line) => Number(/count=(\d+)/.exec(line)?.[1]))
    expect(counts).toEqual(Array.from({ length: counts.length }, (_, index) => 201 - counts.length + index))
  })

  it('is no reason to fail where it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const log = openLog(join(folder, 'file', 'log'))
    expect(() => log.write({ event: 'stop' })).not.toThrow()
    expect(await readLog(join(folder, 'file', 'log'))).toEqual([])
  })
})
