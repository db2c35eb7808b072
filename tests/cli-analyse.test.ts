import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnalysisLine, AnsweredLine } from '../src/cli/line'
import { simulateHeart } from '../src/core/simulate'
import { encodeWav } from '../src/core/wav'
import { buildOnce, CLI, ops, ROOT } from './cli-run'

const SAMPLES = join(ROOT, 'resources', 'samples')
const schema: object = JSON.parse(readFileSync(join(ROOT, 'resources/schemas/analysis-line.schema.json'), 'utf8'))
const isLine = new Ajv2020({ allErrors: true }).compile(schema)

/** How the sentence begins that stands under every frequency. */
const BASE_RATE = 'Counted as if'

let folder: string
const at = (...names: string[]) => join(folder, ...names)
const linesOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line): AnalysisLine => JSON.parse(line))

beforeAll(() => {
  buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-cli-'))
  mkdirSync(at('study', 'b', '.hidden'), { recursive: true })
  copyFileSync(join(SAMPLES, 'e00216.flac'), at('study', 'b', 'zebra.flac'))
  copyFileSync(join(SAMPLES, 'd0003.flac'), at('study', 'adder, "quoted".wav'))
  copyFileSync(join(SAMPLES, 'd0003.flac'), at('study', 'b', '.hidden', 'x.flac'))
  writeFileSync(at('study', '.secret.wav'), 'hidden')
  writeFileSync(at('study', 'labels.csv'), 'record,label\n')
  writeFileSync(at('study', 'b', 'broken.wav'), 'this is no sound')
  writeFileSync(
    at('short.wav'),
    encodeWav(
      simulateHeart({
        heartRateBpm: 70,
        murmur: 'none',
        murmurLevelDb: -20,
        noiseLevelDb: -40,
        durationS: 1,
        sampleRate: 4000,
        seed: 1
      }),
      { bitDepth: 16 }
    )
  )
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('ops-fusion analyse', { timeout: 60_000 }, () => {
  it('walks folders in order, leaves hidden files and tables out, and says what failed', async () => {
    const { code, stdout, stderr } = await ops(['analyse', '--json', at('short.wav'), at('study'), at('nowhere.wav')])
    const lines = linesOf(stdout)
    expect(lines.map(({ file }) => file)).toEqual([
      at('short.wav'),
      at('study', 'adder, "quoted".wav'),
      at('study', 'b', 'broken.wav'),
      at('study', 'b', 'zebra.flac'),
      at('nowhere.wav')
    ])
    expect(lines.map((line) => ('error' in line ? line.error.code : 'answered'))).toEqual([
      'audio-too-short',
      'answered',
      'format-unknown',
      'answered',
      'file-not-found'
    ])
    for (const line of lines) expect(isLine(line), JSON.stringify(isLine.errors)).toBe(true)
    expect(stderr).toContain('1 file left out')
    expect(code).toBe(1)
  })

  it('has a schema that refuses a line with a field too many, too few, or out of range', async () => {
    const { stdout } = await ops(['analyse', '--json', join(SAMPLES, 'b0047.flac')])
    const line = linesOf(stdout)[0] as AnsweredLine
    expect(isLine(line)).toBe(true)
    const { certainty: _, ...without } = line
    for (const wrong of [
      without,
      { ...line, more: 1 },
      { ...line, abnormalProbability: 1.1 },
      { ...line, answer: 'ill' }
    ]) {
      expect(isLine(wrong)).toBe(false)
    }
  })

  it('answers each real recording, ends with 0 also where it cannot tell, and gives the same again', async () => {
    const first = await ops(['analyse', '--json', '--threads', '1', SAMPLES])
    const again = await ops(['analyse', '--json', '--threads', '3', SAMPLES])
    expect(first.code).toBe(0)
    const answersOf = (stdout: string) => linesOf(stdout).map((line) => ({ ...line, timingsMs: null }))
    expect(answersOf(again.stdout)).toEqual(answersOf(first.stdout))
    const files = readdirSync(SAMPLES)
      .filter((name) => name.endsWith('.flac'))
      .sort()
    expect(linesOf(first.stdout).map(({ file }) => file)).toEqual(files.map((name) => join(SAMPLES, name)))
  })

  it('writes a table whose quoted names read back', async () => {
    const { stdout, code } = await ops(['analyse', '--csv', at('study', 'adder, "quoted".wav')])
    const [header, row, ...rest] = stdout.trim().split('\n')
    expect(header).toMatch(/^file,sha256,durationS,.*,errorCode,errorMessage$/)
    expect(row).toContain(`"${at('study', 'adder, ""quoted"".wav')}",`)
    expect(rest).toEqual([])
    expect(code).toBe(0)
  })

  it('lists the beats where they are asked for, also of what is kept in the library', async () => {
    const data = at('beats')
    const plain = await ops(['analyse', '--json', join(SAMPLES, 'a0027.flac')])
    expect(JSON.parse(plain.stdout)).not.toHaveProperty('beats')
    const asked = await Promise.all(
      [[], ['--keep', '--data', data]].map((flags) =>
        ops(['analyse', '--beats', ...flags, join(SAMPLES, 'a0027.flac')])
      )
    )
    for (const { stdout } of asked) {
      const line: AnsweredLine = JSON.parse(stdout)
      expect(isLine(line), JSON.stringify(isLine.errors)).toBe(true)
      expect(line.beats!.length).toBeGreaterThan(line.rhythm!.count)
      for (const { s1, s1S, s2, s2S } of line.beats!) {
        expect([s1.startS, s1S, s1.endS, s2.startS, s2S, s2.endS]).toEqual(
          [s1.startS, s1S, s1.endS, s2.startS, s2S, s2.endS].toSorted((a, b) => a - b)
        )
      }
    }
    expect((await ops(['analyse', '--beats', '--csv', join(SAMPLES, 'a0027.flac')])).code).toBe(2)
  })

  it('says it in words for a person, without colour in a pipe, with the limits', async () => {
    const { stdout } = await ops(['analyse', join(SAMPLES, 'a0027.flac')])
    expect(stdout).toMatch(/(Normal-like|Abnormal-like|Cannot tell)/)
    expect(stdout).toContain('heart rate')
    expect(stdout).toMatch(/score 0\.\d\d, from 0 \(normal-like\) to 1 \(abnormal-like\); threshold 0\.\d\d/)
    expect(stdout).toContain('purpose: Balanced')
    expect(stdout).toContain(BASE_RATE)
    expect(stdout).toContain('Not a medical device')
    expect(stdout).not.toContain('\u001b')
  })

  it('says no base rate where it said no frequency', async () => {
    writeFileSync(
      at('silent.wav'),
      encodeWav({ samples: new Float32Array(40_000), sampleRate: 4000 }, { bitDepth: 16 })
    )
    const { code, stdout } = await ops(['analyse', at('silent.wav')])
    expect(code).toBe(0)
    expect(stdout).toContain('too quiet')
    expect(stdout).not.toContain('score')
    expect(stdout).not.toContain(BASE_RATE)
  })

  it('keeps nothing unless told to, and then the library has it', async () => {
    const data = at('data')
    const env = { OPS_FUSION_DATA: data }
    await ops(['analyse', join(SAMPLES, 'b0047.flac')], { env })
    expect(existsSync(data)).toBe(false)
    const kept = await ops(
      ['analyse', '--json', '--keep', join(SAMPLES, 'b0047.flac'), at('study', 'b', 'broken.wav')],
      {
        env
      }
    )
    const [answered, failed] = linesOf(kept.stdout)
    expect(answered).toMatchObject({ file: join(SAMPLES, 'b0047.flac'), answer: expect.any(String) })
    expect(failed).toMatchObject({ error: { code: 'format-unknown' } })
    expect(existsSync(join(data, 'library', 'index.sqlite'))).toBe(true)
    const plain = await ops(['analyse', '--json', join(SAMPLES, 'b0047.flac')])
    expect({ ...answered, timingsMs: null }).toEqual({ ...linesOf(plain.stdout)[0], timingsMs: null })
  })

  it.each([
    [['analyse']],
    [['analyse', 'a.wav', '--json', '--csv']],
    [['analyse', 'a.wav', '--threads', '0']],
    [['analyse', 'a.wav', '--threads', 'two']],
    [['analyse', 'a.wav', '--operating-point', 'lucky']],
    [['diagnose']],
    [['serve', '--port', '70000']]
  ])('calls %j a usage error', async (args) => {
    const { code, stdout, stderr } = await ops(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^error: .+/)
  })

  it('says once, in one sentence, that the network is missing', async () => {
    const bare = at('bare')
    cpSync(join(ROOT, 'out', 'main'), join(bare, 'out', 'main'), { recursive: true })
    writeFileSync(join(bare, 'package.json'), '{ "type": "module" }')
    symlinkSync(join(ROOT, 'node_modules'), join(bare, 'node_modules'), 'junction')
    const cli = join(bare, 'out', 'main', 'cli.js')
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'analyse', '--json', SAMPLES, SAMPLES], {
      timeout: 60_000,
      encoding: 'utf8'
    })
    expect(status).toBe(1)
    expect(stdout).toBe('')
    const sentences = stderr.trim().split('\n')
    expect(sentences.filter((line) => line.includes('network’s file is missing'))).toHaveLength(1)
    expect(stderr).not.toMatch(/\bat .+:\d+:\d+/)
  })

  it('stops quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [CLI, 'analyse', '--json', SAMPLES, SAMPLES, SAMPLES])
    let stderr = ''
    child.stderr.on('data', (text) => {
      stderr += text
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/EPIPE|Error/)
  })

  it('ends on Ctrl+C with whole lines, says how far it came, and leaves no process behind', async () => {
    const child = spawn(process.execPath, [CLI, 'analyse', '--json', ...Array<string>(40).fill(SAMPLES)], {
      detached: true
    })
    let stdout = ''
    let stderr = ''
    child.stderr.on('data', (text) => {
      stderr += text
    })
    child.stdout.on('data', (text) => {
      if (stdout === '') process.kill(-child.pid!, 'SIGINT')
      stdout += text
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code).toBe(130)
    for (const line of linesOf(stdout)) expect(isLine(line)).toBe(true)
    expect(linesOf(stdout).every((line) => 'answer' in line)).toBe(true)
    expect(stderr).toMatch(/Stopped: \d+ of 240 files analysed/)
    expect(() => process.kill(-child.pid!, 0)).toThrow('ESRCH')
  })
})
