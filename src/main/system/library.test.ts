import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLibrary } from '../library/library'
import { checkLibrary } from './library'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-check-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function withRecording(name = 'heart.wav'): Promise<string> {
  const library = await openLibrary(folder)
  async function* bytes() {
    yield Buffer.from(name)
  }
  const { id } = await library.add(bytes(), { name, source: { kind: 'file' } })
  library.close()
  return id
}
const find = async () => (await checkLibrary(folder)).finding

it('finds no library, and makes none', async () => {
  expect(await checkLibrary(join(folder, 'none'))).toEqual({ status: 'ok', finding: 'ok', values: { recordings: 0 } })
  expect(await readdir(folder)).toEqual([])
})

it('counts the recordings of one in order, also while it is open', async () => {
  await withRecording()
  const library = await openLibrary(folder)
  expect(await checkLibrary(folder)).toEqual({ status: 'ok', finding: 'ok', values: { recordings: 1 } })
  library.close()
})

it('names a folder that is no whole recording', async () => {
  const id = await withRecording()
  await rm(join(folder, 'recordings', id, 'original'))
  await writeFile(join(folder, 'recordings', 'notes'), '')
  const { status, values } = await checkLibrary(folder)
  expect([status, values['count']]).toEqual(['warning', 2])
  expect(values['folders']).toEqual(expect.arrayContaining([`${id} (no-sound)`, 'notes (no-recording)']))
})

it('says of how many recordings only the sound was left', async () => {
  const id = await withRecording()
  await rm(join(folder, 'recordings', id, 'recording.json'))
  for (const name of await readdir(folder)) if (name.startsWith('index')) await rm(join(folder, name))
  const library = await openLibrary(folder)
  library.close()
  expect(await checkLibrary(folder)).toMatchObject({
    status: 'warning',
    finding: 'recovered',
    values: { recovered: 1 }
  })
})

it('finds a byte of the index that has turned', async () => {
  await withRecording()
  expect(await find()).toBe('ok')
  const file = await open(join(folder, 'index.sqlite'), 'r+')
  // The first page of the table: its header says what kind of page it is.
  await file.write(Buffer.from([0xff]), 0, 1, 4096)
  await file.close()
  expect(await find()).toBe('damaged')
})
