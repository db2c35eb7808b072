import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOfFile } from './file-bytes'
import { findFiles } from './find-files'

const isRoot = process.getuid?.() === 0
let folder: string
const at = (...names: string[]) => join(folder, ...names)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-find-'))
  mkdirSync(at('a'))
  mkdirSync(at('b'))
  writeFileSync(at('a', '1.wav'), '')
  writeFileSync(at('c.wav'), '')
  writeFileSync(at('labels.csv'), '')
})
afterAll(() => {
  chmodSync(at('b'), 0o700)
  rmSync(folder, { recursive: true })
})

async function read(path: string): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for await (const part of bytesOfFile(path)) parts.push(part)
  return parts
}

describe('files in folders', () => {
  it.skipIf(process.platform === 'win32' || isRoot)(
    'cost no more than itself where a folder may not be read',
    async () => {
      chmodSync(at('b'), 0)
      const { files } = await findFiles([folder])
      expect(files).toEqual([at('a', '1.wav'), at('b'), at('c.wav')])
      await expect(read(at('b'))).rejects.toMatchObject({ code: 'file-unreadable', values: { path: at('b') } })
    }
  )

  it.skipIf(process.platform === 'win32')('are named where they only point to nothing', async () => {
    symlinkSync(at('gone.wav'), at('z.wav'))
    expect((await findFiles([folder])).files).toContain(at('z.wav'))
    await expect(read(at('z.wav'))).rejects.toMatchObject({ code: 'file-not-found' })
    rmSync(at('z.wav'))
  })

  it.skipIf(process.platform !== 'linux')('are named where their name is not UTF-8', async () => {
    const name = Buffer.concat([Buffer.from(at('M')), Buffer.from([0xfc]), Buffer.from('ller.wav')])
    writeFileSync(name, '')
    const { files, leftOut } = await findFiles([folder])
    expect(files).toContain(at('M\ufffdller.wav'))
    expect(leftOut).toBe(1)
    await expect(read(at('M\ufffdller.wav'))).rejects.toMatchObject({ code: 'file-name-unreadable' })
    rmSync(name)
  })
})
