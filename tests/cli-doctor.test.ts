import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECKS, type SystemReport } from '../src/contracts/system'
import { createAnalyser } from '../src/main/analysis/analyser'
import { spawnWithNode } from '../src/main/analysis/spawn-node'
import { checkSystem } from '../src/main/system/check'
import { bundle } from '../src/words/en/bundle'
import { buildOnce, ops, ROOT } from './cli-run'

let folder: string
beforeAll(() => {
  buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-doctor-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The report of this build's own processes, with other models or resources than the shipped ones. */
async function look(changes: { models?: string; resources?: string } = {}): Promise<Map<string, string>> {
  const paths = {
    models: join(ROOT, 'models'),
    resources: join(ROOT, 'resources'),
    renderer: join(ROOT, 'out', 'renderer'),
    recorder: join(ROOT, 'out', 'recorder'),
    analysisProcess: join(ROOT, 'out', 'main', 'analysis-process.js'),
    data: join(folder, 'data'),
    ...changes
  }
  const analyser = createAnalyser({ models: paths.models, spawn: spawnWithNode(paths.analysisProcess) })
  try {
    const { checks } = await checkSystem({ paths, version: '0', analyser, port: 0 })
    return new Map(checks.map(({ name, finding }) => [name, finding]))
  } finally {
    analyser.close()
  }
}

describe('ops-fusion doctor', { timeout: 60_000 }, () => {
  it('finds everything in order here, the trial analysis and every decoder included', async () => {
    const { code, stdout } = await ops(['doctor', '--json', '--data', join(folder, 'data')])
    const report: SystemReport & { checks: { said: string }[] } = JSON.parse(stdout)
    expect(report.checks.map(({ name }) => name)).toEqual([...CHECKS])
    expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([])
    expect(report.isInOrder).toBe(true)
    expect(code).toBe(0)
    for (const { said } of report.checks) expect(said).toMatch(/\.$/)
    const decoders = report.checks.find(({ name }) => name === 'decoders')
    expect(decoders?.values['formats']).toHaveLength(6)
  })

  it('shows what a helper may be given, and writes the same to a file for this user alone', async () => {
    const file = join(folder, 'help.txt')
    const { code, stdout, stderr } = await ops(['doctor', '--bundle', file, '--data', join(folder, 'data')])
    expect([code, stderr]).toEqual([0, `${bundle.written(file)}\n`])
    expect(stdout).toBe(`${readFileSync(file, 'utf8')}\n`)
    expect(stdout).toMatch(/^OPS Fusion [\d.]+, .*\n\nruntime: ok node=/)
    expect(stdout).not.toContain(folder)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('ends with 1 and says the mend where nothing can be written', async () => {
    writeFileSync(join(folder, 'in-the-way'), '')
    const { code, stdout } = await ops(['doctor', '--data', join(folder, 'in-the-way', 'data')])
    expect(code).toBe(1)
    expect(stdout).toContain('needs mending')
    expect(stdout).toContain('OPS_FUSION_DATA')
    expect(stdout).not.toContain('\u001b')
  })

  it('sees a trial that comes out otherwise, one of another network, and one that is missing', async () => {
    const resources = join(folder, 'resources')
    cpSync(join(ROOT, 'resources'), resources, { recursive: true })
    const path = join(resources, 'system', 'golden.json')
    const golden = JSON.parse(readFileSync(path, 'utf8'))
    golden.windows[1].abnormalLogit += 0.01
    writeFileSync(path, JSON.stringify(golden))
    expect((await look({ resources })).get('golden-inference')).toBe('differs')
    writeFileSync(path, JSON.stringify({ ...golden, modelSha256: 'another' }))
    expect((await look({ resources })).get('golden-inference')).toBe('other-model')
    rmSync(join(resources, 'system'), { recursive: true })
    expect((await look({ resources })).get('golden-inference')).toBe('nothing-stored')
  })

  it('names the format whose decoder fails, and does not blame decoders for a missing network', async () => {
    const resources = join(folder, 'damaged')
    cpSync(join(ROOT, 'resources'), resources, { recursive: true })
    writeFileSync(join(resources, 'decoder-samples', 'flac.flac'), 'fLaC and nothing more')
    expect((await look({ resources })).get('decoders')).toBe('some-failed')
    const found = await look({ models: join(folder, 'nothing') })
    expect([found.get('model'), found.get('decoders'), found.get('golden-inference')]).toEqual([
      'missing',
      'not-tried',
      'not-analysed'
    ])
  })

  it('ships a trial that belongs to the shipped network: after a new one, run “npm run golden”', () => {
    const { sha256 } = JSON.parse(readFileSync(join(ROOT, 'models', 'heart-sound.json'), 'utf8'))
    const { modelSha256 } = JSON.parse(readFileSync(join(ROOT, 'resources', 'system', 'golden.json'), 'utf8'))
    expect(modelSha256).toBe(sha256)
  })
})

describe('ops-fusion serve', { timeout: 60_000 }, () => {
  it('says in one sentence that its port is taken', async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    )
    const { code, stdout, stderr } = await ops(['serve', '--port', String(port), '--data', join(folder, 'served')])
    server.close()
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(`(${port})`)
  })

  it('does not open a public address without a password', async () => {
    const { code, stderr } = await ops(['serve', '--host', '0.0.0.0', '--port', '0', '--data', join(folder, 'served')])
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
