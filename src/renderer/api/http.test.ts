import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RecordingId } from '../../contracts/recording'
import { httpHost } from './http'

type Answer = (request: IncomingMessage, body: string, response: ServerResponse) => void

let server: Server | undefined

/** A real server on a free port. */
async function serve(answer: Answer): Promise<URL> {
  const made = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => answer(request, body, response))
  })
  server = made
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  return new URL(`http://127.0.0.1:${(made.address() as AddressInfo).port}/`)
}

const replyWith =
  (reply: unknown, status = 200): Answer =>
  (_request, _body, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(reply))
  }

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

describe('DesktopApi over HTTP', () => {
  it('posts the input and gives back the value', async () => {
    const seen: unknown[] = []
    const base = await serve((request, body, response) => {
      seen.push(request.method, request.url, request.headers['x-requested-with'], JSON.parse(body))
      replyWith({ ok: true, value: { name: 'new' } })(request, body, response)
    })
    const { api } = httpHost(base)
    const renamed = await api.library.rename({ id: 'r1' as RecordingId, name: 'new' })
    expect(renamed).toEqual({ name: 'new' })
    expect(seen).toEqual(['POST', '/api/library.rename', 'ops-fusion', { id: 'r1', name: 'new' }])
  })

  it('sends no body where there is no input', async () => {
    const bodies: string[] = []
    const base = await serve((request, body, response) => {
      bodies.push(body)
      replyWith({ ok: true, value: [] })(request, body, response)
    })
    expect(await httpHost(base).api.library.list()).toEqual([])
    expect(bodies).toEqual([''])
  })

  it('rejects with the host’s own error', async () => {
    const error = { code: 'recording-not-found', message: 'no r1', values: { id: 'r1' } }
    const base = await serve(replyWith({ ok: false, error }))
    await expect(httpHost(base).api.analysis.start({ id: 'r1' as RecordingId })).rejects.toMatchObject(error)
  })

  it.each([
    [403, 'not-allowed'],
    [401, 'not-allowed'],
    [502, 'host-unreachable'],
    [200, 'host-unreachable']
  ])('tells a page in our place (status %i) from an answer', async (status, code) => {
    const base = await serve((_request, _body, response) => response.writeHead(status).end('<html>'))
    await expect(httpHost(base).api.library.list()).rejects.toMatchObject({ name: 'AppError', code })
  })

  it('says that nobody answers', async () => {
    const base = await serve(replyWith({}))
    server?.close()
    await expect(httpHost(base).api.settings.get()).rejects.toMatchObject({ code: 'host-unreachable' })
  })
})

describe('events over HTTP', () => {
  it('reach every listener by name, whole even where they come in pieces', async () => {
    const base = await serve((_request, _body, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(':\n\nevent: library.onRemoved\nda')
      setTimeout(() => response.write('ta: "r1"\n\nevent: settings.onChanged\ndata: {"theme":"dark"}\n\n'), 30)
    })
    const { api } = httpHost(base)
    const [removed, changed, late] = [vi.fn(), vi.fn(), vi.fn()]
    api.library.onRemoved(removed)
    api.settings.onChanged(changed)
    api.library.onRemoved(late)()
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith({ theme: 'dark' }))
    expect(removed).toHaveBeenCalledExactlyOnceWith('r1')
    expect(late).not.toHaveBeenCalled()
  })

  it('come again after the stream broke, and say so', async () => {
    let visits = 0
    const base = await serve((_request, _body, response) => {
      visits += 1
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`event: library.onOpened\ndata: "visit ${visits}"\n\n`)
      if (visits === 1) setTimeout(() => response.destroy(), 20)
    })
    const { api, onReconnected } = httpHost(base)
    const [opened, again] = [vi.fn(), vi.fn()]
    onReconnected(again)
    api.library.onOpened(opened)
    await vi.waitFor(() => expect(opened).toHaveBeenCalledWith('visit 2'), { timeout: 4000 })
    expect(again).toHaveBeenCalledOnce()
  })
})
