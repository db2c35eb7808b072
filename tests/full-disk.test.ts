import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { simulateHeart } from '../src/core/simulate'
import { encodeWav } from '../src/core/wav'
import { errors } from '../src/words/en/errors'
import { buildOnce, CLI, ROOT } from './cli-run'
import { keepNone } from './reliability/figures'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let folder: string
beforeAll(() => {
  buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-full-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A disk of so few bytes can be made by root alone. */
function mountDisk(place: string, size: string, ...options: string[]): boolean {
  mkdirSync(place)
  return spawnSync('mount', ['-t', 'tmpfs', '-o', [`size=${size}`, ...options].join(), 'tmpfs', place]).status === 0
}
const unmount = (place: string) => spawnSync('umount', ['-l', place])
const canMount = (() => {
  const place = mkdtempSync(join(tmpdir(), 'ops-fusion-mount-'))
  const can = mountDisk(join(place, 'disk'), '64k')
  if (can) unmount(join(place, 'disk'))
  rmSync(place, { recursive: true, force: true })
  return can
})()

interface Served {
  said: () => string
  url: Promise<string>
  code: Promise<number | null>
  isAlive: () => boolean
  end: () => void
}

function serve(data: string, port = 0): Served {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', `${port}`, '--data', data], { cwd: ROOT })
  let said = ''
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const found = /(http:\S+)\s/.exec(said)?.[1]
        if (found) resolve(found)
      })
    void code.then(() => reject(new Error(said)))
  })
  url.catch(() => {})
  return { said: () => said, url, code, isAlive: () => child.exitCode === null, end: () => child.kill('SIGKILL') }
}

const heart = (seed: number) =>
  encodeWav(
    simulateHeart({
      heartRateBpm: 70,
      murmur: 'none',
      murmurLevelDb: -40,
      noiseLevelDb: -30,
      durationS: 6,
      sampleRate: 8000,
      seed
    }),
    { bitDepth: 16 }
  )

describe('a door whose data folder cannot be used', () => {
  it.each([
    ['is a file', 'storage-unwritable', (place: string) => writeFileSync(place, 'mine')],
    [
      'has a file where the library goes',
      'storage-unwritable',
      (place: string) => {
        mkdirSync(place)
        writeFileSync(join(place, 'library'), 'mine')
      }
    ],
    [
      'has a file where the phones go',
      'storage-unwritable',
      (place: string) => {
        mkdirSync(place)
        writeFileSync(join(place, 'phone'), 'mine')
      }
    ]
  ] as const)('%s: says so in one sentence, and ends', async (_how, code, make) => {
    const place = mkdtempSync(join(folder, 'unusable-'))
    rmSync(place, { recursive: true })
    make(place)
    const port = 40_000 + Math.floor(Math.random() * 9000)
    const door = serve(place, port)
    const patience = setTimeout(door.end, 20_000)
    expect(await door.code).toBe(1)
    clearTimeout(patience)
    expect(door.said().trim()).toBe(errors.line({ code, values: {} }))
    await expect(answers(port)).resolves.toBe(false)
  })

  it.runIf(canMount)('is on a full disk, or on one that is read-only: the same', async () => {
    for (const [code, size, ...options] of [
      ['disk-full', '4k'],
      ['storage-unwritable', '1m', 'ro']
    ] as const) {
      const place = join(folder, `disk-${code}`)
      mountDisk(place, size, ...options)
      try {
        const door = serve(join(place, 'data'))
        const patience = setTimeout(door.end, 20_000)
        expect([await door.code, door.said().trim()]).toEqual([1, errors.line({ code, values: {} })])
        clearTimeout(patience)
      } finally {
        unmount(place)
      }
    }
  })

  it.runIf(process.getuid?.() !== 0 && process.platform !== 'win32')('may not be written to: the same', async () => {
    const place = join(folder, 'forbidden')
    mkdirSync(place)
    chmodSync(place, 0o500)
    const door = serve(join(place, 'data'))
    expect([await door.code, door.said().trim()]).toEqual([1, errors.line({ code: 'storage-unwritable', values: {} })])
  })
})

describe.runIf(canMount)('a door whose disk fills up', () => {
  it('says so to each who comes, lives on, and takes all of it once there is room', async () => {
    const place = join(folder, 'small')
    mountDisk(place, '2m')
    const data = join(place, 'data')
    const door = serve(data)
    try {
      const url = await door.url
      const cookie = (await fetch(url, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
      const { origin } = new URL(url)
      const send = async (seed: number) => {
        const request = { method: 'PUT', headers: { cookie }, body: new Uint8Array(heart(seed)) }
        return (await (await fetch(`${origin}/intake?name=${seed}.wav`, request)).json()) as {
          ok: boolean
          error?: { code: string }
        }
      }
      const replies = []
      for (let seed = 1; seed <= 25; seed++) replies.push(await send(seed))
      const refused = replies.filter(({ ok }) => !ok)
      expect(refused.length).toBeGreaterThan(0)
      expect(new Set(refused.map(({ error }) => error?.code))).toEqual(new Set(['disk-full']))
      // What was taken in is being analysed meanwhile, on a disk that has no room for the pictures.
      await new Promise((resolve) => setTimeout(resolve, 3000))
      keepNone('disk-faults', 'deaths of the program on a disk that is full', door.isAlive() ? 0 : 1)
      expect(door.isAlive(), door.said()).toBe(true)
      spawnSync('mount', ['-o', 'remount,size=64m', place])
      const again = []
      for (let seed = 1; seed <= 25; seed++) again.push(await send(seed))
      const still = again.filter(({ ok }) => !ok).length
      keepNone('disk-faults', 'refused, of 25 recordings, once there is room', still)
      expect(still).toBe(0)
      const list = async () => {
        const reply = await fetch(`${origin}/api/library.list`, { method: 'POST', headers: { cookie } })
        return ((await reply.json()) as { value: { name: string }[] }).value
      }
      expect((await list()).map(({ name }) => name).sort()).toEqual(
        Array.from({ length: 25 }, (_, index) => `${index + 1}.wav`).sort()
      )
      expect(door.isAlive(), door.said()).toBe(true)
    } finally {
      door.end()
      await door.code
      unmount(place)
    }
  })
})

/** Whether anybody listens there. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
