import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PhoneClient, sha256, takeOf } from '../phone-client'
import { ensureBuilt, ROOT } from './built'
import { words } from './steps'

const said = words.phone.terminal

let data: string
let program: ChildProcess
let printed: string
beforeEach(() => {
  ensureBuilt()
  data = mkdtempSync(join(tmpdir(), 'ops-fusion-pair-'))
  start()
})

function start(): void {
  printed = ''
  program = spawn(process.execPath, [join(ROOT, 'bin/ops-fusion.mjs'), 'pair', '--data', data], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  program.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
}
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

it('a phone goes on where it was when the program was killed in the middle of an upload', async () => {
  const link = await linkOnScreen()
  const phone = new PhoneClient(link)
  await phone.pair('Ann')
  await expect.poll(() => printed).toContain(said.waiting('Ann', phone.words).trim())
  program.stdin?.write('yes\n')
  await expect.poll(() => printed).toContain(said.confirmed('Ann'))
  const sample = await readFile(join(ROOT, 'resources/samples/a0056.flac'))
  const id = randomUUID()
  await phone.create(id, takeOf(sample))
  await phone.append(id, 0, sample.subarray(0, 20_000))
  const dead = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await dead
  phone.close()

  start()
  // The same address and port, or the phone would not find its unsent recordings.
  const again = new PhoneClient(await linkOnScreen())
  expect(again.base.origin).toBe(new URL(link).origin)
  Object.assign(again, { key: phone.key, phoneId: phone.phoneId })
  await again.hello()
  const { reply } = await again.ask(id)
  expect(reply).toMatchObject({ ok: true, value: { offset: 20_000, state: 'receiving' } })
  await again.append(id, 20_000, sample.subarray(20_000))
  expect((await again.finish(id)).reply).toMatchObject({ ok: true, value: { sha256: sha256(sample) } })
  again.close()
})
