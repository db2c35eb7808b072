import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { errors } from '../src/words/en/errors'
import { buildOnce, CLI, ops, ROOT } from './cli-run'

vi.setConfig({ testTimeout: 40_000, hookTimeout: 120_000 })
const IN_USE = `${errors.line({ code: 'library-in-use', values: {} })}\n`

let data: string
let owner: ChildProcess
beforeAll(buildOnce)
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'ops-fusion-owner-'))
  owner = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--data', data], { cwd: ROOT })
  await new Promise<void>((resolve, reject) => {
    owner.stdout!.on('data', () => resolve())
    owner.once('close', () => reject(new Error('it ended')))
  })
})
afterEach(async () => {
  const ended = new Promise((resolve) => owner.once('close', resolve))
  if (owner.kill('SIGKILL')) await ended
  rmSync(data, { recursive: true, force: true })
})

describe('a library that is open', () => {
  it.each([
    ['another page', ['serve', '--port', '0']],
    ['phones', ['pair']],
    ['a file to keep', ['analyse', '--keep', join(ROOT, 'resources', 'samples', 'b0047.flac')]]
  ])('is not opened for %s: one sentence says so', async (_what, args) => {
    expect(await ops([...args, '--data', data])).toEqual({ code: 1, stdout: '', stderr: IN_USE })
  })

  it('is looked at by the system check all the same', async () => {
    const { stdout } = await ops(['doctor', '--json', '--data', data])
    const { checks } = JSON.parse(stdout) as { checks: { name: string; status: string }[] }
    expect(checks.find(({ name }) => name === 'library')).toMatchObject({ status: 'ok' })
  })

  it('is free again once its owner was killed', async () => {
    const ended = new Promise((resolve) => owner.once('close', resolve))
    owner.kill('SIGKILL')
    await ended
    const sample = join(ROOT, 'resources', 'samples', 'b0047.flac')
    expect((await ops(['analyse', '--keep', sample, '--data', data])).code).toBe(0)
  })
})
