import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inputOf } from './input-of'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-input-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the input of an analysis', () => {
  it('is the path of a file, also of one that is not there', async () => {
    const path = join(folder, 'a.wav')
    writeFileSync(path, 'sound')
    expect(await inputOf(path)).toEqual({ path })
    expect(await inputOf(join(folder, 'nowhere'))).toEqual({ path: join(folder, 'nowhere') })
  })

  it.skipIf(process.platform === 'win32')('is the bytes of what is piped', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    spawn('sh', ['-c', `printf sound > '${pipe}'`])
    expect(await inputOf(pipe)).toEqual({ bytes: new Uint8Array(Buffer.from('sound')) })
  })

  it.skipIf(process.platform === 'win32')('is refused where a device gives bytes without an end', async () => {
    await expect(inputOf('/dev/zero')).rejects.toMatchObject({ code: 'file-too-large' })
  })
})
