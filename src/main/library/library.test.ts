import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeEarlier } from '../../../tests/builders/earlier-index'
import type { PhoneSource, RecordingId } from '../../contracts/recording'
import { type Library, openLibrary } from './library'

let folder: string
let library: Library
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-library-'))
  library = await openLibrary(folder)
})
afterEach(async () => {
  library.close()
  await rm(folder, { recursive: true })
})

async function* chunks(...texts: string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}
const file = (name: string) => ({ name, source: { kind: 'file' as const } })
const reopen = async () => {
  library.close()
  library = await openLibrary(folder)
}

describe('library', () => {
  it('keeps the bytes, their hash, and what they were called', async () => {
    const recording = await library.add(chunks('one ', 'two'), file('heart.wav'))
    expect(recording).toMatchObject({ name: 'heart.wav', bytes: 7, state: { status: 'waiting' } })
    expect(recording.sha256).toBe(createHash('sha256').update('one two').digest('hex'))
    expect(await readFile(library.files.pathOf(recording.id, 'original'), 'utf8')).toBe('one two')
    await reopen()
    expect(library.list()).toEqual([recording])
  })

  it('knows the same bytes again, also after they were deleted', async () => {
    const first = await library.add(chunks('same'), file('a'))
    await library.remove(first.id)
    expect(library.list()).toEqual([])
    expect((await library.add(chunks('sa', 'me'), file('b'))).id).toBe(first.id)
    expect(library.list()).toHaveLength(1)
  })

  it('shows the hash before it keeps anything, and keeps nothing where that is refused', async () => {
    const refused = new Error('other bytes')
    const check = (sha256: string) => {
      expect(sha256).toBe(createHash('sha256').update('other').digest('hex'))
      throw refused
    }
    await expect(library.add(chunks('other'), { ...file('a'), check })).rejects.toBe(refused)
    expect(library.list()).toEqual([])
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
  })

  it('brings back what was deleted, with everything that was found in it', async () => {
    const { id } = await library.add(chunks('x'), file('a'))
    await library.setState(id, { status: 'failed', error: { code: 'cancelled', message: '', values: {} } })
    await library.remove(id)
    expect((await library.restore(id)).state.status).toBe('failed')
    expect(library.list()).toHaveLength(1)
  })

  it('refuses an empty file and one that is too large, and leaves nothing of them behind', async () => {
    await expect(library.add(chunks(), file('a'))).rejects.toMatchObject({ code: 'audio-empty' })
    const megabyte = 'x'.repeat(2 ** 20)
    await expect(library.add(chunks(...Array(65).fill(megabyte)), file('a'))).rejects.toMatchObject({
      code: 'file-too-large'
    })
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
    expect(library.list()).toEqual([])
  })

  it('leaves nothing behind when the sender breaks off', async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield Buffer.from('half')
      throw new Error('connection lost')
    }
    await expect(library.add(broken(), file('a'))).rejects.toThrow('connection lost')
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
  })

  it('names what it does not have', async () => {
    const id = '00000000-0000-4000-8000-000000000000' as RecordingId
    expect(() => library.get(id)).toThrow(expect.objectContaining({ code: 'recording-not-found' }))
    await expect(library.rename(id, 'x')).rejects.toMatchObject({ code: 'recording-not-found' })
  })

  it('finds a recording again that a crash kept out of the index', async () => {
    const { id } = await library.add(chunks('kept'), file('heart.wav'))
    library.close()
    for (const name of await readdir(folder)) if (name.startsWith('index')) await rm(join(folder, name))
    library = await openLibrary(folder)
    expect(library.list()).toMatchObject([{ id, name: 'heart.wav', state: { status: 'waiting' } }])
  })

  it('puts a damaged index aside and makes it anew from the folders', async () => {
    const { id } = await library.add(chunks('kept'), file('heart.wav'))
    library.close()
    for (const suffix of ['-wal', '-shm']) await rm(join(folder, `index.sqlite${suffix}`), { force: true })
    await writeFile(join(folder, 'index.sqlite'), 'this is not a database, by any means '.repeat(100))
    library = await openLibrary(folder)
    expect(library.list()).toMatchObject([{ id, name: 'heart.wav' }])
    expect((await readdir(folder)).some((name) => name.includes('damaged'))).toBe(true)
  })
})

/** Everything that is not in the folders goes. */
async function loseIndex(): Promise<void> {
  library.close()
  for (const name of await readdir(folder)) if (name.startsWith('index')) await rm(join(folder, name))
  library = await openLibrary(folder)
}
const folderOf = (id: string) => join(folder, 'recordings', id)

const PHONE: PhoneSource = {
  kind: 'phone',
  phone: 'Kitchen phone',
  phoneId: '00000000-0000-4000-8000-000000000001',
  capture: {
    way: 'worklet',
    browser: 'Chrome 142',
    microphone: null,
    sampleRate: 48_000,
    processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: null },
    codec: 'pcm16',
    ended: 'time'
  },
  site: 'MV',
  posture: 'sitting',
  person: 'Ann',
  note: 'after\nstairs',
  recordedAt: '2026-03-01T10:00:00.000Z'
}

describe('the folders alone', () => {
  it('tell all that was said: by the phone, by a new name, by a deletion', async () => {
    const kept = await library.add(chunks('one'), { name: 'take.wav', source: PHONE })
    const gone = await library.add(chunks('two'), file('two.wav'))
    await library.rename(kept.id, 'Ann, second visit')
    await library.remove(gone.id)
    await loseIndex()
    expect(library.list()).toEqual([{ ...kept, name: 'Ann, second visit' }])
    expect(await library.restore(gone.id)).toMatchObject({ name: 'two.wav' })
  })

  it('have the last word where the index has lost a change', async () => {
    const { id } = await library.add(chunks('one'), file('old.wav'))
    library.close()
    await cp(join(folder, 'index.sqlite'), join(folder, 'before'))
    library = await openLibrary(folder)
    await library.rename(id, 'new.wav')
    library.close()
    for (const suffix of ['-wal', '-shm']) await rm(join(folder, `index.sqlite${suffix}`), { force: true })
    await rename(join(folder, 'before'), join(folder, 'index.sqlite'))
    library = await openLibrary(folder)
    expect(library.list()).toMatchObject([{ id, name: 'new.wav' }])
  })

  it('keep the answer that was found', async () => {
    const { id } = await library.add(chunks('one'), file('a'))
    const answered = { status: 'analysed', analysis: { answer: { outcome: 'cannot-tell' } } }
    await library.setState(id, answered as never)
    await loseIndex()
    expect(library.get(id).state).toEqual(answered)
  })

  it('are written from the index where an earlier version had not told them', async () => {
    const { id } = await library.add(chunks('one'), file('first.wav'))
    const { id: other } = await library.add(chunks('two'), file('gone.wav'))
    library.close()
    makeEarlier(
      join(folder, 'index.sqlite'),
      `UPDATE recordings SET name = 'renamed.wav' WHERE id = '${id}';
       UPDATE recordings SET deleted_at = '${new Date().toISOString()}' WHERE id = '${other}'`
    )
    library = await openLibrary(folder)
    expect(library.list()).toMatchObject([{ id, name: 'renamed.wav' }])
    expect(await readdir(folder)).toContain('index.sqlite.version-1')
    await loseIndex()
    expect(library.list()).toMatchObject([{ id, name: 'renamed.wav' }])
    expect((await library.restore(other)).name).toBe('gone.wav')
  })
})

describe('a folder that is not what it was', () => {
  it('costs itself and nothing else: copied, damaged, strange, without its sound', async () => {
    const whole = await library.add(chunks('whole'), file('whole.wav'))
    const damaged = await library.add(chunks('damaged'), file('damaged.wav'))
    const silent = await library.add(chunks('silent'), file('silent.wav'))
    library.close()
    await cp(folderOf(whole.id), folderOf(`${whole.id} copy`), { recursive: true })
    await cp(folderOf(whole.id), folderOf('00000000-0000-4000-8000-000000000009'), { recursive: true })
    await mkdir(folderOf('00000000-0000-4000-8000-000000000008'))
    await writeFile(folderOf('notes.txt'), 'mine')
    await writeFile(join(folderOf(damaged.id), 'recording.json'), '{"id": 7')
    await rm(join(folderOf(silent.id), 'original'))
    library = await openLibrary(folder)
    const names = library.list().map(({ name }) => name)
    expect(names.sort()).toEqual(['damaged.wav', 'silent.wav', 'whole.wav'])
    await loseIndex()
    // What the index no longer tells of the damaged one it had told the folder before.
    expect(library.list().map(({ name }) => name)).toEqual(expect.arrayContaining(['damaged.wav', 'whole.wav']))
    expect(await readFile(folderOf('notes.txt'), 'utf8')).toBe('mine')
  })

  it.each(['is lost too', 'still knows it'])(
    'keeps words that cannot be read, beside those it gets, where the index %s',
    async (index) => {
      const { id } = await library.add(chunks('take'), { name: 'take.wav', source: PHONE })
      const path = join(folderOf(id), 'recording.json')
      const text = `${await readFile(path, 'utf8')},`
      await writeFile(path, text)
      if (index === 'is lost too') await loseIndex()
      else await reopen()
      const aside = (await readdir(folderOf(id))).find((name) => name.startsWith('recording.json.damaged-'))
      expect(await readFile(join(folderOf(id), aside!), 'utf8')).toBe(text)
      expect(library.get(id).name).toBe(index === 'is lost too' ? id : 'take.wav')
    }
  )

  it('gets its words from the same sound when that comes again', async () => {
    const { id } = await library.add(chunks('take'), { name: 'take.wav', source: PHONE })
    library.close()
    await rm(join(folderOf(id), 'recording.json'))
    for (const name of await readdir(folder)) if (name.startsWith('index')) await rm(join(folder, name))
    library = await openLibrary(folder)
    expect(library.get(id)).toMatchObject({ name: id, source: { kind: 'file' } })
    expect(await library.add(chunks('take'), { name: 'take.wav', source: PHONE })).toMatchObject({
      id,
      name: 'take.wav',
      source: PHONE
    })
    await library.rename(id, 'mine')
    expect(await library.add(chunks('take'), file('other.wav'))).toMatchObject({ id, name: 'mine', source: PHONE })
  })

  it.each(['is missing', 'is damaged', 'is missing with its whole folder'])(
    'gets its sound from the same bytes when that %s',
    async (how) => {
      const { id } = await library.add(chunks('sound'), file('a'))
      await library.setState(id, { status: 'failed', error: { code: 'file-not-found', message: '', values: {} } })
      if (how === 'is damaged') await writeFile(library.files.pathOf(id, 'original'), 'soumd')
      else if (how === 'is missing') await rm(library.files.pathOf(id, 'original'))
      else await rm(folderOf(id), { recursive: true })
      expect(await library.add(chunks('sound'), file('a'))).toMatchObject({ id, state: { status: 'waiting' } })
      expect(await readFile(library.files.pathOf(id, 'original'), 'utf8')).toBe('sound')
      expect(await readdir(join(folder, 'incoming'))).toEqual([])
      await loseIndex()
      expect(library.list()).toMatchObject([{ id, name: 'a' }])
    }
  )
})

describe('a recording that could not be indexed', () => {
  it('is not there: neither now, nor after the next start, nor twice when it comes again', async () => {
    const other = new DatabaseSync(join(folder, 'index.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    await expect(library.add(chunks('late'), file('late.wav'))).rejects.toMatchObject({ code: 'storage-unwritable' })
    other.exec('ROLLBACK')
    other.close()
    expect(await readdir(join(folder, 'recordings'))).toEqual([])
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
    await library.add(chunks('late'), file('late.wav'))
    await reopen()
    expect(library.list()).toHaveLength(1)
  })
})

describe('what was deleted a day ago', () => {
  it('leaves no word behind, in no file', async () => {
    const { id } = await library.add(chunks('secret sound'), {
      name: 'Xanthippe.wav',
      source: { ...PHONE, person: 'Xanthippe' }
    })
    await library.rename(id, 'Xanthippe, resting')
    await reopen()
    library.close()
    const path = join(folderOf(id), 'recording.json')
    const said = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...said, deletedAt: new Date(Date.now() - 25 * 3600e3).toISOString() }))
    library = await openLibrary(folder)
    expect(library.list()).toEqual([])
    library.close()
    for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue
      const bytes = await readFile(join(name.parentPath, name.name))
      expect([name.name, bytes.includes('Xanthippe'), bytes.includes(id)]).toEqual([name.name, false, false])
    }
    library = await openLibrary(folder)
  })
})

describe('the index', () => {
  it('is one settled file when nothing is written and when it is closed', async () => {
    await library.add(chunks('one'), file('a'))
    await expect.poll(async () => (await readFile(join(folder, 'index.sqlite-wal'))).length, { timeout: 5000 }).toBe(0)
    await library.add(chunks('two'), file('b'))
    library.close()
    const wal = await readFile(join(folder, 'index.sqlite-wal')).catch(() => Buffer.alloc(0))
    expect(wal.length).toBe(0)
    library = await openLibrary(folder)
  })

  it('opens also where no copy of it can be made: the disk may be full for now', async () => {
    const { id } = await library.add(chunks('one'), file('a'))
    library.close()
    const copy = join(folder, 'index.sqlite.copy')
    await rm(copy, { force: true })
    await mkdir(join(copy, 'in the way'), { recursive: true })
    await utimes(copy, 0, 0)
    library = await openLibrary(folder)
    expect(library.get(id).name).toBe('a')
  })

  it('is taken from its daily copy where it is damaged, without those that have gone since', async () => {
    const kept = await library.add(chunks('kept'), file('kept.wav'))
    const gone = await library.add(chunks('gone'), file('gone.wav'))
    await library.setState(kept.id, { status: 'failed', error: { code: 'cancelled', message: '', values: {} } })
    await rm(join(folder, 'index.sqlite.copy'))
    await reopen()
    expect(await readdir(folder)).toContain('index.sqlite.copy')
    await library.rename(kept.id, 'after the copy.wav')
    library.close()
    await rm(folderOf(gone.id), { recursive: true })
    await writeFile(join(folder, 'index.sqlite'), 'this is not a database, by any means '.repeat(100))
    library = await openLibrary(folder)
    expect(library.list()).toMatchObject([{ id: kept.id, name: 'after the copy.wav', state: { status: 'failed' } }])
  })
})
