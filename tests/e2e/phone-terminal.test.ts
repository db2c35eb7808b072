import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PhoneClient } from '../phone-client'
import { ensureBuilt, ROOT } from './built'
import { words } from './steps'

const said = words.phone.terminal

let data: string
let program: ChildProcess
let printed: string
beforeEach(() => {
  ensureBuilt()
  data = mkdtempSync(join(tmpdir(), 'ops-fusion-pair-'))
  printed = ''
  program = spawn(process.execPath, [join(ROOT, 'bin/ops-fusion.mjs'), 'pair', '--data', data], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  program.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
})
afterEach(() => {
  program.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
})

async function linkOnScreen(): Promise<string> {
  await expect.poll(() => printed, { timeout: 30_000 }).toMatch(/https:\/\/\S+#[\w-]{43}\n/)
  return /https:\/\/\S+/g.exec(printed)?.[0] ?? ''
}

it('a phone is paired and sends, seen from a terminal', async () => {
  const phone = new PhoneClient(await linkOnScreen())
  await phone.pair('Ann')
  await expect.poll(() => printed).toContain(said.waiting('Ann', phone.words).trim())
  program.stdin?.write('what?\nyes\n')
  await expect.poll(() => printed).toContain(said.confirmed('Ann'))
  const sample = await readFile(join(ROOT, 'resources/samples/a0056.flac'))
  expect((await phone.upload(randomUUID(), sample, { name: 'Take 1' })).reply.ok).toBe(true)
  await expect.poll(() => printed).toContain(said.arrived('Take 1'))
  await expect.poll(() => printed, { timeout: 30_000 }).toMatch(/Take 1: \S+/)

  const first = printed.length
  program.stdin?.write('\n')
  await expect.poll(() => printed.slice(first)).toMatch(/https:\/\/\S+#[\w-]{43}\n/)
  phone.close()
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGINT')
  expect(await ended).toBe(0)
})

it('a phone is refused from a terminal, and learns so', async () => {
  const phone = new PhoneClient(await linkOnScreen())
  await phone.pair('Eve')
  await expect.poll(() => printed).toContain(said.waiting('Eve', phone.words).trim())
  program.stdin?.write('n\n')
  await expect.poll(() => printed).toContain(said.refused)
  const { reply } = await phone.signed({ method: 'GET', path: 'api/phone' })
  expect(reply).toMatchObject({ ok: false, error: { code: 'not-paired' } })
  phone.close()
})
