import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PhoneClient, sha256, takeOf } from '../phone-client'
import { ROOT } from './built'
import { openTerminalHost, type TerminalHost } from './phone/terminal-host'
import { words } from './steps'

const said = words.phone.terminal

let host: TerminalHost
beforeEach(() => {
  host = openTerminalHost()
})
afterEach(() => host.close())

it('a phone is paired and sends, seen from a terminal', async () => {
  const phone = new PhoneClient(await host.link())
  await phone.pair('Ann')
  await host.said(said.waiting('Ann', phone.words).trim())
  host.type('what?')
  host.type('yes')
  await host.said(said.confirmed('Ann'))
  const sample = await readFile(join(ROOT, 'resources/samples/a0056.flac'))
  expect((await phone.upload(randomUUID(), sample, { name: 'Take 1' })).reply.ok).toBe(true)
  await host.said(said.arrived('Take 1'))
  await expect.poll(host.printed, { timeout: 30_000 }).toMatch(/Take 1: \S+/)

  const first = host.printed().length
  host.type('')
  await expect.poll(() => host.printed().slice(first)).toMatch(/https:\/\/\S+#[\w-]{43}\n/)
  phone.close()
  expect(await host.interrupt()).toBe(0)
})

it('a phone is refused from a terminal, and learns so', async () => {
  const phone = new PhoneClient(await host.link())
  await phone.pair('Eve')
  await host.said(said.waiting('Eve', phone.words).trim())
  host.type('n')
  await host.said(said.refused)
  const { reply } = await phone.signed({ method: 'GET', path: 'api/phone' })
  expect(reply).toMatchObject({ ok: false, error: { code: 'not-paired' } })
  phone.close()
})

it('a phone goes on where it was when the program was killed in the middle of an upload', async () => {
  const link = await host.link()
  const phone = new PhoneClient(link)
  await phone.pair('Ann')
  await host.said(said.waiting('Ann', phone.words).trim())
  host.type('yes')
  await host.said(said.confirmed('Ann'))
  const sample = await readFile(join(ROOT, 'resources/samples/a0056.flac'))
  const id = randomUUID()
  await phone.create(id, takeOf(sample))
  await phone.append(id, 0, sample.subarray(0, 20_000))
  phone.close()
  await host.restart()
  // The same address and port, or the phone would not find its unsent recordings.
  const again = new PhoneClient(await host.link())
  expect(again.base.origin).toBe(new URL(link).origin)
  Object.assign(again, { key: phone.key, phoneId: phone.phoneId })
  await again.hello()
  const { reply } = await again.ask(id)
  expect(reply).toMatchObject({ ok: true, value: { offset: 20_000, state: 'receiving' } })
  await again.append(id, 20_000, sample.subarray(20_000))
  expect((await again.finish(id)).reply).toMatchObject({ ok: true, value: { sha256: sha256(sample) } })
  again.close()
})
