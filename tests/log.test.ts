import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RecordingId } from '../src/contracts/recording'
import { replyToCall } from '../src/main/calls'
import type { Host } from '../src/main/host'
import { readLog } from '../src/main/log/log'
import { logFolder } from '../src/main/paths'
import { openBuiltHost } from './built-host'
import { ensureBuilt, ROOT } from './e2e/built'

const HEART = resolve(ROOT, 'tests/fixtures/golden/a0002.flac')
const NOBODY = '00000000-0000-4000-8000-000000000000' as RecordingId

let data: string
let host: Host
beforeAll(ensureBuilt)
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ops-fusion-Smith-'))
  host = await openBuiltHost(data, { version: '9.9.9' })
})
afterEach(async () => {
  await host.close()
  await rm(data, { recursive: true })
})

const take = async (name: string, body: Uint8Array) =>
  host.respond(new Request(`http://door/intake?name=${name}`, { method: 'PUT', body: new Uint8Array(body) }))
const lines = async () => (await readLog(logFolder(data))).map((line) => line.replace(/^\S+ /, ''))

describe('the log of a session', () => {
  it('tells start, intakes, answers, failures, phones and end, and names nobody', async () => {
    await take('Ann-Smith.flac', await readFile(HEART))
    await take('Ann-Smith.txt', Buffer.from('no sound of Ann Smith'))
    await vi.waitFor(async () => {
      const states = (await host.handlers.library.list()).map(({ state }) => state.status).sort()
      expect(states).toEqual(['analysed', 'failed'])
    }, 20_000)
    const { id } = (await host.handlers.library.list())[0]!
    await replyToCall(host, 'library.rename', { id, name: 'Ann Smith' })
    await replyToCall(host, 'library.rename', { id: NOBODY, name: 'Ann Smith' })
    const opened = await host.handlers.phone.open()
    await host.handlers.phone.stop()
    await host.close()

    const told = await lines()
    expect(told[0]).toMatch(/^start version=9\.9\.9 door=browser node=[\d.]+ system=\w+-\w+ recordings=0$/)
    expect(told).toEqual(
      expect.arrayContaining([
        'intake from=file count=1',
        'intake from=file count=2',
        expect.stringMatching(/^analysed totalMs=\d+$/),
        'error during=analysis code=format-unknown',
        'error during=library.rename code=recording-not-found',
        'phones change=let-in paired=0',
        'phones change=shut-out paired=0'
      ])
    )
    expect(told.at(-1)).toBe('stop')
    const links = opened.addresses.flatMap(({ link, host: address }) => [link?.url.split('#')[1] ?? '-', address])
    for (const secret of ['Ann', 'Smith', data, id, ...links.filter((text) => text.length > 3)])
      expect(told.join('\n')).not.toContain(secret)
  })

  it('is in what a helper may be given, with the checks', async () => {
    const reply = await replyToCall(host, 'system.bundle', undefined)
    const text = reply.ok ? String(reply.value) : ''
    expect(text).toMatch(/^OPS Fusion 9\.9\.9, /)
    expect(text).toMatch(/^golden-inference: ok /m)
    expect(text).toMatch(/^\S+ start version=9\.9\.9 /m)
    expect(text).not.toMatch(/Smith|[\\/](tmp|home|Users)[\\/]/)
  })
})

it('has the place of a fault of the program in its last line, though the program dies of it', async () => {
  const script = `
    process.chdir(${JSON.stringify(ROOT)})
    const { openLog } = await import('./src/main/log/log.ts')
    const { writeDownEnds } = await import('./src/main/log/ends.ts')
    writeDownEnds(openLog(${JSON.stringify(logFolder(data))}))
    setTimeout(() => { throw new TypeError('Ann Smith') })`
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: ROOT
  })
  await expect(run).rejects.toMatchObject({ code: 1 })
  expect((await lines()).at(-1)).toMatch(/^error during=crash code=internal at=\S+$/)
})
