import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SystemReport } from '../src/contracts/system'
import { buildOnce, CLI, ROOT } from './cli-run'
import { startHeadless } from './headless-host'
import { keepNone } from './reliability/figures'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let data: string
beforeAll(buildOnce)
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ops-fusion-privacy-'))
})
afterEach(() => rm(data, { recursive: true, maxRetries: 5 }))

/** A network of its own, which leads nowhere and counts what is tried, can be made by root alone. */
const canSeparate = process.platform === 'linux' && spawnSync('unshare', ['-n', 'true']).status === 0

/**
 * Runs a command in a network of its own.
 *
 * @returns how often it, or whatever it started, tried to connect or to send: also names that were looked up
 */
async function triesOf(command: readonly string[]): Promise<{ tries: number; said: string }> {
  const counts = '--- counts'
  const script = `"$@"; echo "${counts}"; cat /proc/net/snmp /proc/net/snmp6`
  const child = spawn('unshare', ['-n', 'sh', '-c', script, 'sh', ...command], { cwd: ROOT })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  await new Promise((resolve) => child.once('close', resolve))
  const [said = '', counted = ''] = printed.split(counts)
  return { tries: sentIn(counted), said }
}

/** Connections begun, datagrams sent, and what found no way out. @source Linux, Documentation/networking/snmp_counter.rst */
function sentIn(counted: string): number {
  const counts = new Map<string, number>()
  const lines = counted
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  for (const [at, [kind = '', ...cells]] of lines.entries()) {
    const [kindBefore, ...names] = lines[at - 1] ?? []
    // Of IPv4 a line of names, then one of numbers; of IPv6 each with its own name.
    if (kindBefore === kind) for (const [nth, cell] of cells.entries()) counts.set(`${kind}${names[nth]}`, Number(cell))
    else if (cells.length === 1) counts.set(kind, Number(cells[0]))
  }
  const wanted = [
    'Ip:OutRequests',
    'Ip:OutNoRoutes',
    'Tcp:ActiveOpens',
    'Udp:OutDatagrams',
    'Ip6OutNoRoutes',
    'Udp6OutDatagrams'
  ]
  return wanted.reduce((sum, name) => {
    const count = counts.get(name)
    if (count === undefined) throw new Error(`${name} is not counted here: ${counted}`)
    return sum + count
  }, 0)
}

describe.runIf(canSeparate)('analyse', () => {
  const node = (...args: string[]) => [process.execPath, ...args]
  const samples = join(ROOT, 'resources', 'samples')

  it('connects to nobody, sends nothing and looks up no name', async () => {
    const { tries, said } = await triesOf(node(CLI, 'analyse', '--json', samples))
    keepNone('privacy', 'connections, datagrams and look-ups of names that analysing tried', tries)
    expect(tries).toBe(0)
    expect(said.trim().split('\n').length).toBe(readdirSync(samples).filter((name) => name.endsWith('.flac')).length)
  })

  it.each([
    ['a connection', `require('net').connect(80, '192.0.2.1').on('error', () => {})`],
    ['a datagram', `require('dgram').createSocket('udp4').send('x', 9, '192.0.2.1', () => process.exit())`],
    ['a name that is looked up', `require('dns').lookup('example.org', () => {})`]
  ])('would be seen to try %s', async (_what, script) => {
    expect((await triesOf(node('-e', script))).tries).toBeGreaterThan(0)
  })
})

/** Where the sockets of a process and of those it started lead, as the system writes addresses. */
function socketsOf(pid: number): { local: string; remote: string }[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  const inodes = [pid, ...children.map(Number)].flatMap((one) =>
    readdirSync(`/proc/${one}/fd`).flatMap((fd) => {
      try {
        return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${one}/fd/${fd}`))?.[1] ?? []
      } catch {
        // Closed in the meantime.
        return []
      }
    })
  )
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => inodes.includes(columns[9]!))
      .map(([, local = '', remote = '']) => ({ local, remote }))
  )
}

/** 127.0.0.1 and ::1, as the system writes them; the second also where there is no other end. */
const HERE = /^(0100007F|0{24}0100007F|0{31}1):/
const HERE_OR_NOBODY = /^(0100007F|0{24}0100007F|0{31}1|0+):/

describe.runIf(process.platform === 'linux')('the browser door', () => {
  it('holds sockets on this computer alone, while it takes in, analyses, gives out and checks itself', async () => {
    const host = await startHeadless(data).ready
    const seen: { local: string; remote: string }[] = []
    const watch = setInterval(() => seen.push(...socketsOf(host.pid)), 20)
    try {
      const sample = readFileSync(join(ROOT, 'resources', 'samples', 'b0047.flac'))
      expect(await host.drop('b0047.flac', sample)).toMatchObject({ ok: true })
      expect(await host.call<SystemReport>('system.check')).toMatchObject({ ok: true })
      await new Promise((resolve) => setTimeout(resolve, 2000))
    } finally {
      clearInterval(watch)
      await host.end('SIGKILL')
    }
    const strange = seen.filter(({ local, remote }) => !HERE.test(local) || !HERE_OR_NOBODY.test(remote))
    keepNone('privacy', 'sockets of the open program that lead further than this computer', strange.length)
    expect(seen.length).toBeGreaterThan(0)
    expect(strange).toEqual([])
  })
})
