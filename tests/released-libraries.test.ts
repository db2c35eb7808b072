import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { olderCopyOf } from '../src/main/library/index-table'
import { indexOf, openLibrary } from '../src/main/library/library'
import { keepNone } from './reliability/figures'

/** As each released version left a library: one analysed, one by a phone, one renamed, one deleted an hour ago. */
const RELEASED = join(import.meta.dirname, 'fixtures', 'libraries')
const VERSIONS = readdirSync(RELEASED)
const MADE = '2026-11-29T01:14:00.000Z'

const KEPT = [
  ['Renamed', 'waiting', null],
  ['analysed.wav', 'analysed', null],
  ['take.wav', 'waiting', 'Ann: after\nstairs']
]

let folder: string
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(MADE) + 3_600_000 })
  folder = join(await mkdtemp(join(tmpdir(), 'ops-fusion-released-')), 'library')
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(join(folder, '..'), { recursive: true })
})

/** What a person sees, and how many of the sounds are other than they were. */
async function look(): Promise<{ kept: unknown[]; changed: number }> {
  const library = await openLibrary(folder)
  try {
    let changed = 0
    const kept = []
    for (const { id, name, sha256, source, state } of library.list()) {
      const sound = await readFile(library.files.pathOf(id, 'original'))
      if (createHash('sha256').update(sound).digest('hex') !== sha256) changed++
      kept.push([name, state.status, source.kind === 'phone' ? `${source.person}: ${source.note}` : null])
    }
    return { kept: kept.sort(), changed }
  } finally {
    library.close()
  }
}

const schemaOf = (path: string) => {
  const database = new DatabaseSync(path, { readOnly: true })
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  database.close()
  return version
}

describe.each(VERSIONS)('a library of version %s', (version) => {
  beforeEach(() => cp(join(RELEASED, version), folder, { recursive: true }))

  it('opens with all that was in it, and its index is copied aside first', async () => {
    const before = schemaOf(indexOf(folder))
    const { kept, changed } = await look()
    const missing = KEPT.filter((one) => !kept.some((found) => JSON.stringify(found) === JSON.stringify(one)))
    keepNone(
      'migrations',
      `recordings lost or changed of ${KEPT.length} that version ${version} left`,
      missing.length + changed
    )
    expect(kept).toEqual(KEPT)
    expect(changed).toBe(0)
    expect(schemaOf(indexOf(folder))).toBeGreaterThan(before)
    expect(schemaOf(olderCopyOf(indexOf(folder), before))).toBe(before)
  })

  it('gives back what was deleted there', async () => {
    const database = new DatabaseSync(indexOf(folder), { readOnly: true })
    const { id } = database.prepare('SELECT id FROM recordings WHERE deleted_at IS NOT NULL').get() as { id: string }
    database.close()
    const library = await openLibrary(folder)
    const restored = await library.restore(id as Parameters<typeof library.restore>[0])
    library.close()
    expect(restored.name).toBe('deleted.wav')
  })

  it('has told its folders all of it: they are enough from then on', async () => {
    await look()
    for (const name of await readdir(folder)) if (name.startsWith('index')) await rm(join(folder, name))
    const names = (await look()).kept.map((one) => (one as string[])[0])
    expect(names).toEqual(KEPT.map(([name]) => name))
  })
})

it('is tried with a library of every schema that came before', async () => {
  const library = await openLibrary(folder)
  library.close()
  const schemas: number[] = []
  for (const version of VERSIONS) {
    // Of its copy: reading a database leaves files beside it.
    await cp(indexOf(join(RELEASED, version)), join(folder, version))
    schemas.push(schemaOf(join(folder, version)))
  }
  const earlier = Array.from({ length: schemaOf(indexOf(folder)) - 1 }, (_, at) => at + 1)
  const untried = earlier.filter((schema) => !schemas.includes(schema))
  keepNone('migrations', 'earlier schemas of which there is no library to try', untried.length)
  expect(untried).toEqual([])
})
