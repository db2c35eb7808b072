import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { Fate } from '../../../tests/fixtures/audio/decode-process'
import { fixtures, readFixture } from '../../../tests/fixtures/audio/fixtures'
import type { ErrorCode } from '../../core/errors'

/** The process that decodes is killed then, here as in the program. */
const DEADLINE_MS = 20_000

/** Mutants of each file and kind; more by `OPS_FUSION_FUZZ_ROUNDS`. */
const ROUNDS = Number(process.env['OPS_FUSION_FUZZ_ROUNDS'] ?? 1)

const EXPECTED: readonly ErrorCode[] = [
  'audio-empty',
  'audio-damaged',
  'audio-no-track',
  'audio-too-long',
  'audio-rate-unsupported',
  'format-unknown',
  'format-unsupported'
]

let child: ChildProcess | undefined

function decoderProcess(): ChildProcess {
  const path = fileURLToPath(new URL('../../../tests/fixtures/audio/decode-process.ts', import.meta.url))
  child ??= fork(path, { execArgv: ['--import', 'tsx'], serialization: 'advanced', silent: true })
  return child
}

function endProcess(): void {
  child?.kill('SIGKILL')
  child = undefined
}

/** @returns `hung` when the deadline passed, `died` when the process ended by itself */
function fateOf(bytes: Uint8Array): Promise<Fate | 'hung' | 'died'> {
  const decoder = decoderProcess()
  return new Promise((resolve) => {
    const settle = (fate: Fate | 'hung' | 'died') => {
      clearTimeout(timer)
      decoder.removeAllListeners()
      if (typeof fate === 'string') endProcess()
      resolve(fate)
    }
    const timer = setTimeout(settle, DEADLINE_MS, 'hung')
    decoder.once('message', (fate) => settle(fate as Fate))
    decoder.once('exit', () => settle('died'))
    decoder.send(bytes)
  })
}

function expectClear(fate: Fate | 'hung' | 'died', what: string): void {
  if (typeof fate === 'string') expect.fail(`${what}: the decoder ${fate}`)
  else if ('code' in fate) expect(EXPECTED, what).toContain(fate.code)
  else expect(fate, what).toMatchObject({ isFinite: true })
}

/** mulberry32: small, and the same on every machine. */
function randomBy(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below) | 0
  }
}

type Mutate = (bytes: Buffer, random: (below: number) => number) => Uint8Array

const filled =
  (value: number): Mutate =>
  (bytes, random) => {
    const at = random(bytes.length)
    return bytes.fill(value, at, Math.min(bytes.length, at + 1 + random(200)))
  }

const MUTATIONS: Readonly<Record<string, Mutate>> = {
  'cut off': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'begun late': (bytes, random) => bytes.subarray(random(2000)),
  'one bit flipped': (bytes, random) => {
    const at = random(bytes.length)
    bytes[at] = bytes[at]! ^ (1 << random(8))
    return bytes
  },
  'a header byte changed': (bytes, random) => {
    bytes[random(Math.min(200, bytes.length))] = random(256)
    return bytes
  },
  'twenty bytes changed': (bytes, random) => {
    for (let n = 0; n < 20; n++) bytes[random(bytes.length)] = random(256)
    return bytes
  },
  'a run of 0xff': filled(0xff),
  'a run of zeros': filled(0),
  '1 kB put in': (bytes, random) => {
    const at = random(bytes.length)
    const junk = Buffer.from(Array.from({ length: 1024 }, () => random(256)))
    return Buffer.concat([bytes.subarray(0, at), junk, bytes.subarray(at)])
  },
  '100 bytes left out': (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 100)])
  },
  'a piece twice': (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at + 500), bytes.subarray(at)])
  },
  'a length enlarged': (bytes, random) => {
    bytes.writeUInt32BE(0x7fffffff, random(Math.min(1000, bytes.length - 4)))
    return bytes
  },
  'a piece backwards': (bytes, random) => {
    const at = random(bytes.length)
    bytes.subarray(at, at + 100).reverse()
    return bytes
  }
}

/** One file of each container and coding: the rest differ in their samples only. */
const files = [
  ...new Map(fixtures.decodable.map((entry) => [`${entry.container} ${entry.codec}`, entry.file])).values()
]

afterAll(endProcess)

describe('a damaged file', { timeout: 120_000 }, () => {
  it.each(files)(
    'cut off at every sixteenth gives its beginning or a clear error (%s)',
    { timeout: 120_000 },
    async (file) => {
      const bytes = readFixture(file)
      for (let part = 0; part < 16; part++) {
        expectClear(await fateOf(bytes.slice(0, (bytes.length * part) / 16)), `${part} / 16`)
      }
    }
  )

  it.each(Object.keys(MUTATIONS))('with %s gives sound or a clear error', { timeout: 600_000 }, async (kind) => {
    for (const [index, file] of files.entries()) {
      for (let round = 0; round < ROUNDS; round++) {
        const seed = 1000 * round + index
        const mutant = MUTATIONS[kind]!(Buffer.from(readFixture(file)), randomBy(seed))
        expectClear(await fateOf(Uint8Array.from(mutant)), `${file}, seed ${seed}`)
      }
    }
  })

  it('does not send mediabunny looking for the next cluster for ever', async () => {
    const mutant = MUTATIONS['1 kB put in']!(Buffer.from(readFixture('f32-8k.mka')), randomBy(2014))
    expect(await fateOf(Uint8Array.from(mutant))).toEqual({ code: 'audio-damaged' })
  })

  it('leaves the decoder as it was: a good file comes right after', async () => {
    await fateOf(Uint8Array.from(readFixture('vorbis-8k.ogg'), (byte, n) => (n > 200 ? byte ^ 0x55 : byte)))
    expect(await fateOf(readFixture('vorbis-8k.ogg'))).toMatchObject({ decoded: 2400, isFinite: true })
  })
})
