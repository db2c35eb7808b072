import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordingId } from '../../contracts/recording'
import { createOneByOne, type OneByOne } from '../one-by-one'
import { type LibraryFiles, openFiles } from './files'
import { type IndexTable, openIndex } from './index-table'
import { indexOf } from './library'
import type { Said } from './said'
import { createUpkeep, type Upkeep } from './upkeep'

let folder: string
let files: LibraryFiles
let index: IndexTable
let oneByOne: OneByOne
let upkeep: Upkeep
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-upkeep-'))
  files = await openFiles(folder)
  index = openIndex(indexOf(folder))
  oneByOne = createOneByOne()
  upkeep = createUpkeep(indexOf(folder), files, index, oneByOne)
})
afterEach(async () => {
  upkeep.stop()
  index.close()
  await rm(folder, { recursive: true })
})

async function addDeleted(name: string, hoursAgo: number): Promise<Said> {
  async function* bytes() {
    yield Buffer.from(name)
  }
  const received = await files.receive(bytes(), 1000)
  const deletedAt = new Date(Date.now() - hoursAgo * 3600e3).toISOString()
  const said: Said = {
    ...{ ...received, name, source: { kind: 'file' } },
    ...{ addedAt: deletedAt, deletedAt, isRecovered: false }
  }
  await files.settle(received, said)
  index.put(said, 1)
  return said
}
const isThere = async (id: RecordingId) => [index.get(id) !== null, await files.has(id, 'original')]

describe('what was deleted', () => {
  it('goes for good after a day, and not before', async () => {
    const [old, fresh] = [await addDeleted('old', 25), await addDeleted('fresh', 23)]
    await upkeep.now()
    expect(await isThere(old.id)).toEqual([false, false])
    expect(await isThere(fresh.id)).toEqual([true, true])
  })

  it.each([
    ['by a person', ({ id }: Said) => id],
    ['by its bytes, which have come again', ({ sha256 }: Said) => sha256]
  ])('stays where it is being brought back at that moment: %s', async (_who, keyOf) => {
    const said = await addDeleted('back', 25)
    let goOn = () => {}
    const back = oneByOne(keyOf(said), async () => {
      await new Promise<void>((resolve) => {
        goOn = resolve
      })
      index.put({ ...said, deletedAt: null }, 2)
    })
    const purge = upkeep.now()
    // Long enough for a purge that does not wait.
    await new Promise((resolve) => setTimeout(resolve, 200))
    goOn()
    await Promise.all([back, purge])
    expect(await isThere(said.id)).toEqual([true, true])
  })
})
