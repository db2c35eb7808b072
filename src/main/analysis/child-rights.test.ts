import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { takePassword } from '../browser-door/password'
import { type Analyser, createAnalyser } from './analyser'
import { lockFlags, minimalEnvironment } from './child-rights'
import { spawnWithNode } from './spawn-node'

const MISBEHAVING = resolve(import.meta.dirname, '../../../tests/fixtures/processes/misbehaving.mjs')
const SECRETS = {
  OPS_FUSION_PASSWORD: 'open sesame',
  AWS_SECRET_ACCESS_KEY: 'x',
  NODE_OPTIONS: '--no-deprecation',
  NODE_EXTRA_CA_CERTS: '/x'
}

let analyser: Analyser | undefined
const before = { ...process.env }
afterEach(() => {
  analyser?.close()
  process.env = { ...before }
})

/** What an analysis process answers that does as it is told. */
async function ask<Value>(deed: string, models = 'models'): Promise<Value> {
  analyser = createAnalyser({ models, spawn: spawnWithNode(MISBEHAVING) })
  return (await analyser.analyse({ input: { path: deed }, wantsPictures: false })) as unknown as Value
}

describe('the analysis process', () => {
  it('gets nothing of our environment but what it needs to start', async () => {
    Object.assign(process.env, SECRETS)
    const { environment } = await ask<{ environment: Record<string, string> }>('confess')
    expect(environment).toMatchObject({ PATH: before['PATH'] })
    expect(Object.keys(environment).filter((name) => name in SECRETS || /^(HOME|USER|npm_)/.test(name))).toEqual([])
  })

  it('has what Windows needs where Windows is, and no more', () => {
    const ours = { PATH: 'C:\\x', SystemRoot: 'C:\\Windows', TEMP: 'C:\\t', APPDATA: 'C:\\u', ...SECRETS }
    expect(minimalEnvironment(ours)).toEqual({ PATH: 'C:\\x', SystemRoot: 'C:\\Windows', TEMP: 'C:\\t' })
  })

  it.runIf(lockFlags().length > 0)('may not write, start a program or a thread', async () => {
    const path = join(tmpdir(), `ops-fusion-${process.pid}.written`)
    expect(await ask('meddle', path)).toEqual({ refusals: Array(3).fill('ERR_ACCESS_DENIED') })
    expect(existsSync(path)).toBe(false)
  })

  it('starts without locks where Node has none', () => {
    expect(lockFlags(new Set(['--experimental-permission']))).toEqual([])
    expect(lockFlags(new Set(['--permission']))).toContain('--permission')
  })
})

it('takes the password out of the environment', () => {
  const environment = { OPS_FUSION_PASSWORD: 'open sesame', PATH: '/bin' }
  expect([takePassword(environment), environment]).toEqual(['open sesame', { PATH: '/bin' }])
  expect(takePassword({ OPS_FUSION_PASSWORD: '' })).toBeUndefined()
})
