import { describe, expect, it } from 'vitest'
import { channels } from '../contracts/desktop-api'
import type { RecordingId } from '../contracts/recording'
import type { ErrorReply } from '../core/errors'
import { bridge, type Ipc } from './bridge'

const ID = '3f2b8a52-6c1e-4d53-9c9b-0a4c2f1f7f11' as RecordingId

function wire(invoke: Ipc['invoke'] = async () => ({ ok: true, value: null })) {
  const listeners = new Map<string, (event: unknown, payload: unknown) => void>()
  const api = bridge({ invoke, on: (channel, listener) => listeners.set(channel, listener) })
  return { api, tell: (channel: string, payload: unknown) => listeners.get(channel)?.({ sender: 'secret' }, payload) }
}

describe('bridge', () => {
  it('has every call and event of the contract and nothing else', () => {
    const names = Object.entries(wire().api).flatMap(([domain, methods]) =>
      Object.keys(methods).map((method) => `${domain}.${method}`)
    )
    expect(names).toEqual(channels().map(({ name }) => name))
  })

  it('unwraps the value', async () => {
    const { api } = wire(async (channel, input) => ({ ok: true, value: [channel, input] }))
    expect(await api.library.restore({ id: ID })).toEqual(['library.restore', { id: ID }])
  })

  it('rejects with the plain error, which crosses the bridge whole', async () => {
    const error: ErrorReply = { code: 'disk-full', message: 'no room', values: { freeBytes: 0 } }
    const { api } = wire(async () => ({ ok: false, error }))
    await expect(api.library.list()).rejects.toEqual(error)
    await expect(api.library.list()).rejects.not.toBeInstanceOf(Error)
  })

  it('says that the host is out of reach when the entrance itself fails', async () => {
    const { api } = wire(() => Promise.reject(new Error('no handler')))
    await expect(api.library.list()).rejects.toMatchObject({ code: 'host-unreachable', message: 'Error: no handler' })
  })

  it('hands listeners the payload and never the event', () => {
    const { api, tell } = wire()
    const heard: unknown[][] = []
    api.library.onRemoved((...args) => heard.push(args))
    tell('library.onRemoved', ID)
    expect(heard).toEqual([[ID]])
  })

  it('stops telling who has unsubscribed, once for each subscription', () => {
    const { api, tell } = wire()
    let heard = 0
    const listener = () => {
      heard += 1
    }
    const stop = api.library.onRemoved(listener)
    api.library.onRemoved(listener)
    tell('library.onRemoved', ID)
    stop()
    tell('library.onRemoved', ID)
    expect(heard).toBe(3)
  })

  it('keeps what is told before anybody listens, the last 64, for the first who does', () => {
    const { api, tell } = wire()
    for (let i = 0; i < 70; i++) tell('library.onOpened', i)
    const [first, second]: unknown[][] = [[], []]
    api.library.onOpened((id) => first?.push(id))
    api.library.onOpened((id) => second?.push(id))
    expect([first?.length, first?.[0], second]).toEqual([64, 6, []])
  })
})
