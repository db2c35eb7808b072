import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf } from '../../../tests/builders/analysis'
import type { Stethoscope, Stethoscopes } from '../../contracts/stethoscope'
import { openStethoscopeStore } from './store'

const blue: Stethoscope = {
  id: idOf(1),
  name: 'Blue one',
  madeAt: '2026-11-28T10:00:00.000Z',
  scale: 0.9,
  offset: -1.25,
  people: { normal: 6, abnormal: 2 },
  model: { name: 'test', version: '1.0.0', sha256: '0'.repeat(64) }
}
const both: Stethoscopes = {
  kept: [blue, { ...blue, id: idOf(2), name: 'Red one' }],
  chosen: { files: idOf(1), [`phone:${idOf(7)}`]: idOf(2), [`recording:${idOf(9)}`]: null }
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-stethoscopes-'))
})
afterEach(() => rm(folder, { recursive: true }))
const putAside = async () => {
  const names = (await readdir(folder)).filter((name) => name.startsWith('stethoscopes.json.damaged-'))
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
}
const file = () => join(folder, 'stethoscopes.json')

describe('the stethoscopes of an installation', () => {
  it('are none at first, and still there when the program opens again', async () => {
    const store = await openStethoscopeStore(folder)
    expect(store.get()).toEqual({ kept: [], chosen: {} })
    await store.set(both)
    expect((await openStethoscopeStore(folder)).get()).toEqual(both)
  })

  it('lose one bad entry, not the others', async () => {
    await (await openStethoscopeStore(folder)).set(both)
    const stored = JSON.parse(await readFile(file(), 'utf8'))
    stored.kept[0].scale = 'wide'
    stored.chosen[1].source = 'phone:../../'
    await writeFile(file(), JSON.stringify(stored))
    expect((await openStethoscopeStore(folder)).get()).toEqual({
      kept: [both.kept[1]],
      chosen: { files: idOf(1), [`recording:${idOf(9)}`]: null }
    })
    // What was lost lies aside, and the others stand by themselves from now on.
    expect(await putAside()).toEqual([JSON.stringify(stored)])
    expect((await openStethoscopeStore(folder)).get().kept).toEqual([both.kept[1]])
    expect(await putAside()).toHaveLength(1)
  })

  it.each(['', 'not json', 'null', '[]', '{"kept":7,"chosen":"x"}'])(
    'are none where the file holds %j',
    async (text) => {
      await writeFile(file(), text)
      const store = await openStethoscopeStore(folder)
      expect(store.get()).toEqual({ kept: [], chosen: {} })
      await store.set(both)
      expect(await putAside()).toEqual([text])
    }
  )

  it('are not taken for none where the disk refuses to read them', async () => {
    await mkdir(file())
    await expect(openStethoscopeStore(folder)).rejects.toMatchObject({ code: 'storage-unwritable' })
  })

  it('hold until the program ends where they cannot be written', async () => {
    await writeFile(join(folder, 'blocked'), '')
    const store = await openStethoscopeStore(join(folder, 'blocked', 'inside'))
    await expect(store.set(both)).rejects.toMatchObject({ code: 'storage-unwritable' })
    expect(store.get()).toEqual(both)
  })
})
