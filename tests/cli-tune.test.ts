import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnsweredLine } from '../src/cli/line'
import { encodeWav } from '../src/core/wav'
import { wordsFor } from '../src/words/words'
import { buildOnce, ops, ROOT } from './cli-run'

const { stethoscope: said, errors } = wordsFor('en')
const sample = (name: string) => join(ROOT, 'resources', 'samples', `${name}.flac`)
const schema: object = JSON.parse(readFileSync(join(ROOT, 'resources/schemas/analysis-line.schema.json'), 'utf8'))
const isLine = new Ajv2020({ allErrors: true }).compile(schema)

let folder: string
const at = (...names: string[]) => join(folder, ...names)
/** Written by the first test. */
const blue = () => at('blue.json')

beforeAll(() => {
  buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-tune-'))
  // Two recordings of one person.
  mkdirSync(at('ada'))
  for (const name of ['a0027', 'a0056']) copyFileSync(sample(name), at('ada', `${name}.flac`))
  writeFileSync(at('silent.wav'), encodeWav({ samples: new Float32Array(20_000), sampleRate: 2000 }, { bitDepth: 16 }))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function probabilityOf(file: string, ...flags: string[]): Promise<AnsweredLine> {
  const { stdout, stderr } = await ops(['analyse', '--json', ...flags, file])
  expect(stderr).toBe('')
  const line: AnsweredLine = JSON.parse(stdout)
  expect(isLine(line), JSON.stringify(isLine.errors)).toBe(true)
  return line
}

describe('ops-fusion tune', { timeout: 60_000 }, () => {
  it.skipIf(process.platform === 'win32')('hears what is piped', async () => {
    const { stdout } = await promisify(execFile)('bash', [
      '-c',
      `'${process.execPath}' '${join(ROOT, 'bin', 'ops-fusion.mjs')}' tune --name x --normal <(cat '${sample('b0047')}')`
    ])
    expect(stdout).toContain(said.people({ normal: 1, abnormal: 0 }))
  })

  it('shows what every score becomes, names who is left out, and writes what analyse then answers by', async () => {
    const people = ['--normal', at('ada'), sample('b0047'), at('silent.wav')]
    const { code, stdout, stderr } = await ops(['tune', ...people, '--name', 'Blue one', '--out', blue()])
    expect(code).toBe(0)
    expect(stdout).toContain(`${sample('b0047')}\n  `)
    expect(stdout).toMatch(/0\.\d\d → (< )?0\.\d\d/)
    expect(stdout).toContain(said.leftOut(at('silent.wav'), 'refused'))
    // The folder is one person, and silence says nothing of anybody.
    expect(stdout).toContain(said.people({ normal: 2, abnormal: 0 }))
    expect(stdout).toContain(said.limits)
    expect(stderr).toContain(said.terminal.written(blue()))

    const plain = await probabilityOf(sample('b0047'))
    const tuned = await probabilityOf(sample('b0047'), '--profile', blue())
    expect(plain.tuning).toBeNull()
    expect(tuned.tuning).toMatchObject({ name: 'Blue one', scale: 1 })
    const logOdds = (p: number) => Math.log(p / (1 - p))
    expect(logOdds(tuned.abnormalProbability)).toBeCloseTo(logOdds(plain.abnormalProbability) + tuned.tuning!.offset, 6)
    expect(tuned.murmur).toEqual(plain.murmur)
    const forPeople = await ops(['analyse', '--profile', blue(), sample('b0047')])
    expect(forPeople.stdout).toContain(said.note({ name: 'Blue one' }))
  })

  it('writes nothing unless it is told where', async () => {
    const { code, stderr } = await ops(['tune', '--normal', sample('b0047'), '--name', 'x'], { cwd: folder })
    expect(code).toBe(0)
    expect(stderr).toContain(said.terminal.notWritten)
  })

  it('takes recordings of the library by their names', async () => {
    const data = at('data')
    const env = { OPS_FUSION_DATA: data }
    await ops(['analyse', '--keep', sample('b0047')], { env })
    const { code, stdout } = await ops(['tune', '--normal', 'b0047.flac', '--name', 'x'], { env })
    expect(code).toBe(0)
    expect(stdout).toContain(said.people({ normal: 1, abnormal: 0 }))
  })

  it('says of whom it found nothing, makes no library for that, and ends where nobody is left', async () => {
    const env = { OPS_FUSION_DATA: at('nowhere') }
    const unknown = await ops(['tune', '--normal', 'nobody.wav', '--name', 'x'], { env })
    expect(unknown.code).toBe(1)
    expect(unknown.stderr).toContain(errors.line({ code: 'file-not-found', values: { path: 'nobody.wav' } }))
    expect(existsSync(at('nowhere'))).toBe(false)
    const silent = await ops(['tune', '--normal', at('silent.wav'), '--name', 'x', '--out', at('silent.json')])
    expect(silent.code).toBe(1)
    expect(silent.stderr).toContain(said.terminal.nobody)
    expect(existsSync(at('silent.json'))).toBe(false)
  })

  it('is not answered by with a file that is no stethoscope, or one of another network', async () => {
    writeFileSync(at('no.json'), '{}')
    const other = readFileSync(blue(), 'utf8').replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`)
    writeFileSync(at('other.json'), other)
    for (const [file, sentence] of [
      ['no.json', errors.line({ code: 'stethoscope-damaged', values: {} })],
      ['other.json', 'was made for another network'],
      ['missing.json', errors.line({ code: 'file-not-found', values: { path: at('missing.json') } })]
    ] as const) {
      const { code, stdout, stderr } = await ops(['analyse', '--json', '--profile', at(file), sample('b0047')])
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toContain(sentence)
    }
  })

  it.each([
    [['tune']],
    [['tune', '--name', 'x']],
    [['tune', '--normal', 'a.wav']],
    [['tune', '--normal', 'a.wav', '--name', ' ']]
  ])('calls %j a usage error', async (args) => {
    const { code, stderr } = await ops(args)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: .+/)
  })
})
