import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Host } from '../src/main/host'
import { openBuiltHost } from './built-host'
import { ensureBuilt, ROOT } from './e2e/built'

const HEART = resolve(ROOT, 'tests/fixtures/golden/a0002.flac')

let above: string
let host: Host | undefined
let before: number
beforeAll(ensureBuilt)
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'ops-fusion-private-'))
  // As most systems have it: everybody may read.
  before = process.umask(0o022)
})
afterEach(async () => {
  await host?.close()
  host = undefined
  process.umask(before)
  await rm(above, { recursive: true })
})

async function open(data: string): Promise<Host> {
  host = await openBuiltHost(data)
  return host
}

/** What is kept of a recording, of what a person chose, and of phones. */
async function use({ handlers, respond }: Host): Promise<void> {
  const body = new Uint8Array(await readFile(HEART))
  await respond(new Request('http://door/intake?name=heart', { method: 'PUT', body }))
  await vi.waitFor(async () => expect((await handlers.library.list())[0]?.state.status).toBe('analysed'), 20_000)
  await handlers.settings.set({ theme: 'dark' })
  await handlers.phone.open()
  await handlers.phone.stop()
}

/** The rights of everything below a folder, and of itself, by path. */
async function rightsIn(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true })
  const found = new Map<string, string>()
  for (const name of ['', ...names]) {
    const entry = await lstat(join(folder, name))
    found.set(name, `${entry.isDirectory() ? 'folder' : 'file'} ${(entry.mode & 0o777).toString(8)}`)
  }
  return found
}

const othersMay = (rights: Map<string, string>) =>
  [...rights].filter(([, granted]) => granted !== 'folder 700' && granted !== 'file 600')

// Windows keeps a user's own folder from others by its own means, and knows no such rights.
describe.runIf(process.platform !== 'win32')('what the program keeps', () => {
  it('is for this user alone, whatever the system would give to all', async () => {
    const data = join(above, 'new', 'data')
    await use(await open(data))
    expect(othersMay(await rightsIn(data))).toEqual([])
    expect(othersMay(await rightsIn(join(above, 'new')))).toEqual([])
  })

  it('leaves the rights of a folder that was there', async () => {
    const data = join(above, 'chosen')
    await mkdir(data)
    await chmod(data, 0o750)
    await use(await open(data))
    expect(othersMay(await rightsIn(data))).toEqual([['', 'folder 750']])
  })
})
