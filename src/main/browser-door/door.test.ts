import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Handlers } from '../../contracts/desktop-api'
import type { HostEvent } from '../../contracts/host-events'
import type { RecordingId } from '../../contracts/recording'
import type { Host } from '../host'
import { createDoor } from './door'

const listed = { library: { list: () => ['one'] } } as unknown as Handlers

let server: Server
let base: string
let renderer: string
let origins: string[]
let tell: (event: HostEvent) => void

async function open(password: string | null = null): Promise<void> {
  const listeners = new Set<(event: HostEvent) => void>()
  tell = (event) => {
    for (const listener of listeners) listener(event)
  }
  const host: Host = {
    handlers: listed,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async respond(request) {
      return request.method === 'PUT' ? new Response(await request.arrayBuffer()) : null
    },
    openPaths: async () => [],
    note() {},
    async close() {}
  }
  const mine: string[] = []
  origins = mine
  server = createServer(
    createDoor({ host, renderer, origins: () => mine, token: 'secret', password, refusal: 'no way in' })
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  mine.push(base)
}

beforeEach(async () => {
  renderer = await mkdtemp(join(tmpdir(), 'ops-fusion-page-'))
  await writeFile(join(renderer, 'index.html'), '<title>window</title>')
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(renderer, { recursive: true })
})

/** What a browser keeps after the first visit. */
async function enter(): Promise<Record<string, string>> {
  const response = await fetch(`${base}/?token=secret`, { redirect: 'manual' })
  return { cookie: response.headers.get('set-cookie')!.split(';')[0]! }
}

describe('browser door', () => {
  it('lets the one-time token in once, and takes it out of the address', async () => {
    await open()
    const first = await fetch(`${base}/?token=secret`, { redirect: 'manual' })
    expect(first.status).toBe(302)
    expect(first.headers.get('location')).toBe('/')
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await fetch(`${base}/?token=secret`, { redirect: 'manual' })).status).toBe(403)
  })

  it('keeps a browser that also visits another door on this computer', async () => {
    await open()
    const [first, firstServer] = [base, server]
    // As a browser does: cookies are kept by host and name, whatever the port, and a new one takes an old one's place.
    const jar = new Map<string, string>()
    const visit = async (url: string) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
      const [name, value] = response.headers.get('set-cookie')?.split(';')[0]?.split('=') ?? []
      if (name && value) jar.set(name, value)
      return response.status
    }
    expect(await visit(`${first}/?token=secret`)).toBe(302)
    await open()
    expect(await visit(`${base}/?token=secret`)).toBe(302)
    expect([await visit(`${first}/`), await visit(`${base}/`)]).toEqual([200, 200])
    firstServer.closeAllConnections()
    firstServer.close()
  })

  it('refuses who comes without, and says how to come', async () => {
    await open()
    const response = await fetch(`${base}/`)
    expect(response.status).toBe(403)
    expect(await response.text()).toBe('no way in')
    expect((await fetch(`${base}/?token=guess`)).status).toBe(403)
    expect((await fetch(`${base}/api/library.list`, { method: 'POST' })).status).toBe(403)
  })

  it('gives the page and answers its calls', async () => {
    await open()
    const headers = await enter()
    expect(await (await fetch(`${base}/`, { headers })).text()).toContain('window')
    const call = await fetch(`${base}/api/library.list`, { method: 'POST', headers: { ...headers, origin: base } })
    expect(await call.json()).toEqual({ ok: true, value: ['one'] })
    const unknown = await fetch(`${base}/api/library.explode`, { method: 'POST', headers })
    expect(await unknown.json()).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
  })

  it('refuses a foreign page, and a foreign name for this address', async () => {
    await open()
    const headers = await enter()
    const foreign = { ...headers, origin: 'http://evil.example' }
    expect((await fetch(`${base}/api/library.list`, { method: 'POST', headers: foreign })).status).toBe(403)
    const port = new URL(base).port
    const rebound = await fetch(`http://localhost:${port}/`, { headers }).catch(() => null)
    if (rebound) expect(rebound.status).toBe(403)
  })

  it('says on every answer what a browser may do with it', async () => {
    await open()
    const headers = await enter()
    const answers = await Promise.all([
      fetch(`${base}/`),
      fetch(`${base}/?token=secret`, { redirect: 'manual' }),
      fetch(`${base}/`, { headers }),
      fetch(`${base}/`, { headers: { ...headers, origin: 'http://evil.example' } }),
      fetch(`${base}/nothing.js`, { headers }),
      fetch(`${base}/%`, { headers }),
      fetch(`${base}/api/library.list`, { method: 'POST', headers }),
      fetch(`${base}/api/nothing`, { headers }),
      fetch(`${base}/api/events`, { headers }),
      fetch(`${base}/api/library.list`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{'
      }),
      fetch(`${base}/intake`, { method: 'PUT', headers, body: 'sound' })
    ])
    for (const { url, status, headers } of answers)
      expect(headers.get('content-security-policy'), `${status} ${url}`).toContain("default-src 'none'")
  })

  it('keeps the cookie from plain HTTP where it stands behind HTTPS, and tells each port its own', async () => {
    await open()
    const port = Number(new URL(base).port)
    const cookieAt = async (host: string) => {
      const asked = request({ port, host: '127.0.0.1', path: '/?token=secret', headers: { host } }).end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      answer.resume()
      return answer.headers['set-cookie']?.[0] ?? ''
    }
    origins.unshift('https://hearts.example.org')
    expect(await cookieAt('hearts.example.org')).toMatch(new RegExp(`^ops-fusion-session-${port}=.*; Secure`))
    await open()
    expect(await cookieAt(new URL(base).host)).not.toContain('Secure')
  })

  it('survives a body that is not JSON, and one that is too large', async () => {
    await open()
    const headers = { ...(await enter()), 'content-type': 'application/json' }
    for (const body of ['{', 'x'.repeat(100_000)]) {
      const response = await fetch(`${base}/api/library.list`, { method: 'POST', headers, body })
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
    }
  })

  it('streams bodies to the host', async () => {
    await open()
    const body = new Uint8Array(300_000).fill(7)
    const response = await fetch(`${base}/intake`, { method: 'PUT', headers: await enter(), body })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(body)
  })

  it('tells events as they happen', async () => {
    await open()
    const response = await fetch(`${base}/api/events`, { headers: await enter() })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    tell({ domain: 'library', method: 'onRemoved', payload: 'an id' as RecordingId })
    expect((await reader.read()).value).toBe('event: library.onRemoved\ndata: "an id"\n\n')
    await reader.cancel()
  })

  it('asks for the password where others can reach it, and shuts after ten wrong ones', async () => {
    await open('open sesame')
    const asWith = (password: string) => ({
      headers: { authorization: `Basic ${Buffer.from(`me:${password}`).toString('base64')}` }
    })
    const bare = await fetch(`${base}/`)
    expect(bare.status).toBe(401)
    expect(bare.headers.get('www-authenticate')).toContain('Basic')
    expect((await fetch(`${base}/?token=secret`)).status).toBe(401)
    expect((await fetch(`${base}/`, asWith('open sesame'))).status).toBe(200)
    for (let guess = 0; guess < 10; guess++) expect((await fetch(`${base}/`, asWith(`${guess}`))).status).toBe(401)
    expect((await fetch(`${base}/`, asWith('open sesame'))).status).toBe(401)
  })
})
