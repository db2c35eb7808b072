import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { simulateHeart } from '../src/core/simulate'
import { encodeWav } from '../src/core/wav'
import { openLibrary } from '../src/main/library/library'

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
  it('has lost nothing that it acknowledged, whatever it was doing', async () => {
    const acknowledged = new Set<string>()
    let seed = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const { address, cookie, kill: end } = await start()
      let isOver = false
      const send = async () => {
        while (!isOver) {
          const bytes = heart(++seed)
          const answer = await fetch(`${address}/intake?name=${seed}.wav`, {
            method: 'PUT',
            headers: { cookie },
            body: new Uint8Array(bytes)
          }).then(
            (response) => response.json() as Promise<{ ok: boolean }>,
            () => null
          )
          if (answer?.ok) acknowledged.add(sha256(bytes))
        }
      }
      const senders = [send(), send(), send()]
      // A golden-ratio walk: kills fall early, late and in between, differently each time, the same in each run.
      await new Promise((done) => setTimeout(done, 200 + 1800 * ((kill * 0.618) % 1)))
      isOver = true
      await end()
      await Promise.all(senders)
    }

    const library = await openLibrary(join(data, 'library'))
    const kept = library.list()
    const hashes = await Promise.all(
      kept.map(async ({ id, sha256: listed }) => {
        const original = sha256(await readFile(library.files.pathOf(id, 'original')))
        expect(original).toBe(listed)
        return original
      })
    )
    library.close()
    expect(acknowledged.size).toBeGreaterThan(0)
    expect([...acknowledged].filter((hash) => !hashes.includes(hash))).toEqual([])
    expect(new Set(hashes).size).toBe(hashes.length)
  }, 600_000)
})
