import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toStorageError } from '../storage-error'
import { openIndex } from './index-table'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-index-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What SQLite itself throws. */
function thrownBy(action: () => void): Error {
  try {
    action()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}

describe('an index that cannot be opened', () => {
  it('is damaged only where its bytes are', async () => {
    const path = join(folder, 'index.sqlite')
    await writeFile(path, 'this is not a database, by any means '.repeat(100))
    expect(thrownBy(() => openIndex(path))).toMatchObject({ code: 'library-damaged', values: { path } })
  })

  it('is not damaged where its place is not there', () => {
    const path = join(folder, 'nowhere', 'index.sqlite')
    expect(thrownBy(() => openIndex(path))).toMatchObject({ code: 'storage-unwritable' })
  })

  it('is not damaged where the disk is full', () => {
    const database = new DatabaseSync(join(folder, 'small.sqlite'))
    database.exec('PRAGMA max_page_count = 2; CREATE TABLE filled (bytes BLOB)')
    const full = thrownBy(() => database.exec('INSERT INTO filled VALUES (zeroblob(100000))'))
    database.close()
    expect(toStorageError(full)).toMatchObject({ code: 'disk-full' })
  })
})
