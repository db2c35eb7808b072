import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../core/errors'
import { onDisk, toStorageError } from './storage-error'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-storage-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a refusal of the disk', () => {
  it('has a name, whatever it was about', async () => {
    await writeFile(join(folder, 'file'), 'x')
    const refused: (() => Promise<unknown>)[] = [
      () => readFile(join(folder, 'nothing')),
      () => readdir(join(folder, 'file')),
      () => mkdir(join(folder, 'file', 'below')),
      () => mkdir(join(folder, 'file')),
      () => readFile(folder),
      () => writeFile(join(folder, 'x'.repeat(300)), 'x')
    ]
    for (const work of refused) await expect(onDisk(work)).rejects.toMatchObject({ code: 'storage-unwritable' })
  })

  it.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('is about room where it is %s', (code) => {
    const thrown = Object.assign(new Error('no room'), { code, syscall: 'write' })
    expect(toStorageError(thrown)).toMatchObject({ code: 'disk-full', cause: thrown })
  })
})

describe('a fault that is no refusal of the disk', () => {
  it.each([new AppError('audio-empty', 'no bytes'), new TypeError('ours'), 'text'])(
    'stays what it is: %s',
    (thrown) => {
      expect(toStorageError(thrown)).toBe(thrown)
    }
  )

  it('stays what it is where the program asked wrongly', async () => {
    await expect(onDisk(() => readFile('\0'))).rejects.toBeInstanceOf(TypeError)
  })
})
