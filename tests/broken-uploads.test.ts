import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { buildOnce, CLI, ROOT } from './cli-run'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let data: string
let door: ChildProcess
let said = ''
let port = 0
let cookie = ''
beforeAll(async () => {
  buildOnce()
  data = mkdtempSync(join(tmpdir(), 'ops-fusion-broken-'))
  door = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--data', data], { cwd: ROOT })
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [door.stdout!, door.stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const found = /(http:\S+)\s/.exec(said)?.[1]
        if (found) resolve(found)
      })
    door.once('close', () => reject(new Error(said)))
  })
  port = Number(new URL(url).port)
  cookie = (await fetch(url, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
})
afterAll(async () => {
  const ended = new Promise((resolve) => door.once('close', resolve))
  if (door.kill('SIGKILL')) await ended
  rmSync(data, { recursive: true, force: true })
})

const WAYS = ['end', 'destroy', 'resetAndDestroy'] as const

/** Sends so many bytes of a body of a hundred thousand, and breaks off so much later. */
function breakOff(sent: number, afterMs: number, way: (typeof WAYS)[number]): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `PUT /intake?name=broken.wav HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nContent-Length: 100000\r\n\r\n`
      )
      if (sent > 0) socket.write(Buffer.alloc(sent, sent))
      setTimeout(() => socket[way](), afterMs)
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve())
    socket.resume()
  })
}

it('lives on, whenever a sender breaks off, and keeps nothing of it', async () => {
  for (const sent of [0, 1, 4000, 60_000])
    for (const way of WAYS) await Promise.all([0, 0, 1, 2, 3, 20].map((afterMs) => breakOff(sent, afterMs, way)))
  const list = await fetch(`http://127.0.0.1:${port}/api/library.list`, { method: 'POST', headers: { cookie } })
  expect([door.exitCode, said]).toEqual([null, expect.stringMatching(/^[^\n]*\n$/)])
  expect(await list.json()).toEqual({ ok: true, value: [] })
  await expect.poll(() => readdirSync(join(data, 'library', 'incoming')), { timeout: 10_000 }).toEqual([])
})
