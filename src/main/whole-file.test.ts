import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readIfThere, readOrPutAside, writeWhole } from './whole-file'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-whole-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rm(folder, { recursive: true }))

describe('a file that is written whole', () => {
  it('takes the old one’s place, for this user only, and leaves nothing beside it', async () => {
    await writeFile(path, 'a much longer text of before')
    await writeWhole(path, 'new', { isSynced: true })
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['settings.json'])
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('is the last of many that are written at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, count) => writeWhole(path, `${count}`)))
    expect(await readIfThere(path)).toBe('19')
  })

  it('writes through nobody’s link', async () => {
    const target = join(folder, 'target')
    await writeFile(target, 'theirs')
    await symlink(target, `${path}.part`)
    await writeWhole(path, 'ours')
    expect([await readIfThere(target), await readIfThere(path)]).toEqual(['theirs', 'ours'])
  })

  it('leaves the old one where the new one cannot be written', async () => {
    await expect(writeWhole(join(folder, 'nowhere', 'x'), 'new')).rejects.toMatchObject({
      code: 'storage-unwritable'
    })
    expect(await readIfThere(join(folder, 'nowhere', 'x'))).toBeNull()
  })
})

describe('a file that is read or put aside', () => {
  const read = () => readOrPutAside(path, JSON.parse)

  it('is read where it is whole, and nothing where it is not there', async () => {
    expect(await read()).toBeNull()
    await writeFile(path, '[1]')
    expect(await read()).toEqual([1])
    expect(await readdir(folder)).toEqual(['settings.json'])
  })

  it('lies beside its place, as it was, where it is damaged', async () => {
    await writeFile(path, '[1')
    expect(await read()).toBeNull()
    const [aside, ...others] = await readdir(folder)
    expect([aside, others]).toEqual([expect.stringMatching(/^settings\.json\.damaged-\d+$/), []])
    expect(await readFile(join(folder, aside!), 'utf8')).toBe('[1')
  })

  it('stays where it is, and is said to be unreadable, where the disk refuses it', async () => {
    await mkdir(path)
    await expect(read()).rejects.toMatchObject({ code: 'storage-unwritable' })
    expect(await readdir(folder)).toEqual(['settings.json'])
  })
})
