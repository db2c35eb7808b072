import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { Fate } from '../../../tests/fixtures/audio/decode-process'
import { fixtures, readFixture } from '../../../tests/fixtures/audio/fixtures'
import { randomBy } from '../../../tests/random'
import { MUTATIONS } from '../../../tests/reliability/fuzz/mutations'
import type { ErrorCode } from '../../core/errors'

/** The process that decodes is killed then, here as in the program. */
const DEADLINE_MS = 20_000

/** Mutants of each file and kind; more by `OPS_FUSION_FUZZ_ROUNDS`. */
const ROUNDS = Number(process.env['OPS_FUSION_FUZZ_ROUNDS'] ?? 1)

const EXPECTED: readonly ErrorCode[] = [
  'audio-empty',
  'audio-damaged',
  'audio-index-missing',
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
