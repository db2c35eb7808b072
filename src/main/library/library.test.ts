import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordingId } from '../../contracts/recording'
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
    library.remove(first.id)
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
    library.setState(id, { status: 'failed', error: { code: 'cancelled', message: '', values: {} } })
    library.remove(id)
    expect(library.restore(id).state.status).toBe('failed')
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

  it('names what it does not have', () => {
    const id = '00000000-0000-4000-8000-000000000000' as RecordingId
    expect(() => library.get(id)).toThrow(expect.objectContaining({ code: 'recording-not-found' }))
    expect(() => library.rename(id, 'x')).toThrow(expect.objectContaining({ code: 'recording-not-found' }))
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
