import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { sendEvents } from './event-stream'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

it('cuts off a reader who does not read, before what it has not read fills the memory', async () => {
  let sent: ServerResponse | undefined
  const tell = vi.fn<(event: { data: unknown }) => void>()
  const stop = vi.fn()
  server = createServer((_request, response) => {
    sent = response
    sendEvents(response, 60_000, (send) => {
      tell.mockImplementation(send)
      return stop
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1')
  reader.pause()
  reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await vi.waitFor(() => expect(sent).toBeDefined())

  let most = 0
  for (let told = 0; told < 1000; told++) {
    tell({ data: 'x'.repeat(64 * 1024) })
    most = Math.max(most, sent!.writableLength)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(most).toBeLessThan(2 * 2 ** 20)
  await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce())
  reader.destroy()
})
