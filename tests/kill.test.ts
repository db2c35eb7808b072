import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { simulateHeart } from '../src/core/simulate'
import { encodeWav } from '../src/core/wav'
import { type Library, openLibrary } from '../src/main/library/library'

const ROOT = resolve(import.meta.dirname, '..')
/** `KILLS=300` for a release. */
const KILLS = Number(process.env['KILLS'] ?? 4)

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ops-fusion-kill-'))
})
afterEach(() => rm(data, { recursive: true, maxRetries: 5 }))

interface Running {
  address: string
  cookie: string
  kill(): Promise<void>
}

async function start(): Promise<Running> {
  const child = spawn(
    process.execPath,
    [resolve(ROOT, 'out/main/headless.js'), '--port', '0', '--no-open', '--data', data],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  const url = await new Promise<string>((found, failed) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [address] = /http:\S+/.exec(said) ?? []
      if (address && said.includes('\n')) found(address)
    })
    child.once('exit', () => failed(new Error(`it ended before it was ready: ${said}`)))
  })
  const first = await fetch(url, { redirect: 'manual' })
  return {
    address: new URL(url).origin,
    cookie: first.headers.get('set-cookie')!.split(';')[0]!,
    async kill() {
      child.kill('SIGKILL')
      await gone
    }
  }
}

/** A recording that is unlike every other: its seed is its rate and its noise. */
function heart(seed: number): Uint8Array {
  return encodeWav(
    simulateHeart({
      heartRateBpm: 50 + (seed % 60),
      murmur: 'none',
      murmurLevelDb: -40,
      noiseLevelDb: -30,
      durationS: 6,
      sampleRate: 8000,
      seed
    }),
    { bitDepth: 16 }
  )
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a program that is killed', () => {
  it('has lost nothing that it acknowledged, nor what was said of it, whatever it was doing', async () => {
    /** The names by which a recording may be known now: the last that was acknowledged, and one that was asked for. */
    const acknowledged = new Map<string, string[]>()
    const deleted = new Set<string>()
    let seed = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const { address, cookie, kill: end } = await start()
      let isOver = false
      const send = async () => {
        while (!isOver) {
          const mine = ++seed
          const hash = sha256(heart(mine))
          const body = new Uint8Array(heart(mine))
          const taken = await ask(`${address}/intake?name=${mine}.wav`, { method: 'PUT', headers: { cookie }, body })
          if (!taken?.ok) continue
          acknowledged.set(hash, [`${mine}.wav`])
          const call = (name: string, input: object) =>
            ask(`${address}/api/library.${name}`, {
              method: 'POST',
              headers: { cookie, 'content-type': 'application/json' },
              body: JSON.stringify({ id: taken.value.id, ...input })
            })
          const renamed = `Heart ${mine}`
          acknowledged.set(hash, [`${mine}.wav`, renamed])
          if ((await call('rename', { name: renamed }))?.ok) acknowledged.set(hash, [renamed])
          if (mine % 5 === 0 && (await call('remove', {}))?.ok) deleted.add(hash)
        }
      }
      const senders = [send(), send(), send()]
      // A golden-ratio walk: kills fall early, late and in between, differently each time, the same in each run.
      await new Promise((done) => setTimeout(done, 200 + 1800 * ((kill * 0.618) % 1)))
      isOver = true
      await end()
      await Promise.all(senders)
    }

    expect(acknowledged.size).toBeGreaterThan(0)
    await expectAll(acknowledged, deleted)
    // The same without the index: the folders say all of it.
    for (const name of await readdir(join(data, 'library')))
      if (name.startsWith('index')) await rm(join(data, 'library', name))
    await expectAll(acknowledged, deleted)
  }, 600_000)
})

/** Every recording is there with its sound and its name, once; nothing else is. */
async function expectAll(acknowledged: ReadonlyMap<string, string[]>, deleted: ReadonlySet<string>): Promise<void> {
  const library = await openLibrary(join(data, 'library'))
  try {
    const names = await namesBySound(library)
    for (const [hash, possible] of acknowledged) {
      if (deleted.has(hash)) expect(names.has(hash)).toBe(false)
      else if (names.has(hash)) expect(possible).toContain(names.get(hash))
      // A deletion that was asked for may have been done before its acknowledgement was lost.
      else expect(possible.some((name) => Number(name.replace('Heart ', '')) % 5 === 0)).toBe(true)
    }
    expect(await readdir(join(data, 'library', 'incoming'))).toEqual([])
    expect(library.list().filter(({ id, name }) => id === name)).toEqual([])
  } finally {
    library.close()
  }
}

async function namesBySound(library: Library): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { id, name, sha256: listed } of library.list()) {
    const found = sha256(await readFile(library.files.pathOf(id, 'original')))
    expect(found).toBe(listed)
    expect(names.has(found)).toBe(false)
    names.set(found, name)
  }
  return names
}

/** Null where the program was killed before it replied. */
function ask(url: string, request: RequestInit): Promise<{ ok: boolean; value: { id: string } } | null> {
  return fetch(url, request).then(
    (response) => response.json() as Promise<{ ok: boolean; value: { id: string } }>,
    () => null
  )
}
