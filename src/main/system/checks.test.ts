import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECKS } from '../../contracts/system'
import { wordsFor } from '../../words/words'
import { createDoor } from '../browser-door/door'
import { judgeFreeSpace } from './disk-space'
import { checkModel } from './model'
import { checkNetwork } from './network'
import { checkPort } from './port'
import { checkRuntime } from './runtime'
import { hasSoundLibrary } from './sound-library'
import { checkStorage } from './storage'

const ROOT = join(import.meta.dirname, '..', '..', '..')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-system-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('runtime', () => {
  it.each([
    ['18.20.4', 'node-too-old'],
    ['20.18.9', 'node-too-old'],
    ['20.19.0', 'ok'],
    ['21.0.0', 'ok'],
    ['24.1.0', 'ok']
  ])('finds Node %s %s', async (node, finding) => {
    const found = await checkRuntime({ ...process.versions, node })
    expect(found.finding).toBe(finding)
    expect(found.status).toBe(finding === 'ok' ? 'ok' : 'failed')
  })
})

describe('model', () => {
  it('knows the shipped graph by its hash, and tells a damaged one from a missing one', async () => {
    expect(await checkModel(join(ROOT, 'models'))).toMatchObject({ status: 'ok', finding: 'ok' })
    const copy = join(folder, 'models')
    cpSync(join(ROOT, 'models'), copy, { recursive: true })
    const graph = readFileSync(join(copy, 'heart-sound.onnx'))
    graph[graph.length >> 1]! ^= 1
    writeFileSync(join(copy, 'heart-sound.onnx'), graph)
    expect(await checkModel(copy)).toMatchObject({ status: 'failed', finding: 'damaged' })
    rmSync(join(copy, 'heart-sound.onnx'))
    expect(await checkModel(copy)).toMatchObject({
      finding: 'missing',
      values: { path: join(copy, 'heart-sound.onnx') }
    })
  })
})

describe('storage', () => {
  it('writes and reads where recordings would go, and leaves no trace', async () => {
    const data = join(folder, 'not', 'there', 'yet')
    expect(await checkStorage(data)).toMatchObject({ status: 'ok', values: { folder: data } })
    expect(existsSync(join(folder, 'not'))).toBe(false)
  })

  it('names the fault where a file stands in the way', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await checkStorage(join(folder, 'file', 'data'))).toMatchObject({
      status: 'failed',
      finding: 'unwritable',
      values: { problem: 'ENOTDIR' }
    })
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('sees that it may not write', async () => {
    mkdirSync(join(folder, 'locked'))
    chmodSync(join(folder, 'locked'), 0o500)
    expect(await checkStorage(join(folder, 'locked'))).toMatchObject({ finding: 'unwritable' })
  })
})

describe('disk space', () => {
  it.each([
    [100e6, 'full', 'failed'],
    [500e6, 'low', 'warning'],
    [5e9, 'ok', 'ok']
  ])('calls %d bytes %s', (freeBytes, finding, status) => {
    expect(judgeFreeSpace(freeBytes)).toMatchObject({ finding, status, values: { freeBytes } })
  })
})

describe('network', () => {
  const entry = { netmask: '', mac: '', cidr: null }
  it('lists addresses that others can reach, and warns where there is none', async () => {
    const loopback = { ...entry, address: '127.0.0.1', family: 'IPv4' as const, internal: true }
    const wifi = { ...entry, address: '192.0.2.7', family: 'IPv4' as const, internal: false }
    expect(await checkNetwork({ lo: [loopback] })).toMatchObject({ status: 'warning', finding: 'no-address' })
    expect(await checkNetwork({ lo: [loopback], wlan: [wifi] })).toMatchObject({ values: { addresses: ['192.0.2.7'] } })
  })
})

describe('port', () => {
  const onPort = async (answers: RequestListener, look: (port: number) => Promise<void>) => {
    const server = createServer(answers)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await look((server.address() as AddressInfo).port).finally(() => server.close())
  }

  it('tells a free port, another program, and OPS Fusion itself apart', async () => {
    const sentence = wordsFor('en').errors.line({ code: 'not-allowed', values: {} })
    await onPort(
      (_request, response) => response.end(sentence),
      async (port) => {
        expect(await checkPort(port)).toMatchObject({ status: 'warning', finding: 'busy', values: { port } })
      }
    )
    const door = createDoor({
      host: null as never,
      renderer: ROOT,
      origins: () => [],
      token: 'a',
      password: null,
      refusal: 'in another language'
    })
    await onPort(door, async (port) => {
      expect(await checkPort(port)).toMatchObject({ status: 'ok', finding: 'in-use-by-us' })
    })
    let freed = 0
    await onPort(door, async (port) => {
      freed = port
    })
    expect(await checkPort(freed)).toMatchObject({ status: 'ok', finding: 'ok' })
  })
})

describe('the system’s sound library', () => {
  it('is not missed where it is not needed', async () => {
    expect(await hasSoundLibrary('darwin')).toBe(true)
    expect(await hasSoundLibrary('win32')).toBe(true)
  })
})

describe('the words', () => {
  const { system } = wordsFor('en')
  it.each(CHECKS)('have a sentence for every finding of %s, and a mend for all but the good ones', (name) => {
    for (const finding of system.findings(name)) {
      const { said, mend } = system.explain({ name, finding, values: {} })
      expect(said).toMatch(/^[A-Z0-9–].*\.$/)
      expect(said).not.toMatch(/undefined|NaN/)
      expect(mend !== undefined).toBe(!['ok', 'in-use-by-us'].includes(finding))
    }
  })

  it('do not fail on a finding of a later version', () => {
    expect(system.explain({ name: 'port', finding: 'haunted', values: {} }).said).toMatch(/no words/)
  })
})
