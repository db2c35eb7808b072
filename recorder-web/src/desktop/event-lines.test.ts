import { describe, expect, it } from 'vitest'
import { eventData } from './event-lines'

function streamed(parts: string[], type = 'text/event-stream'): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part))
      controller.close()
    }
  })
  return new Response(body, { headers: { 'content-type': type } })
}

async function all(response: Response): Promise<string[]> {
  const found: string[] = []
  for await (const data of eventData(response)) found.push(data)
  return found
}

describe('the event stream', () => {
  it('gives each event’s data, also of one that comes in pieces', async () => {
    expect(await all(streamed(['event: upload\ndata: {"a":1}\n\n:still here\n\nda', 'ta: x\n\ndata: half']))).toEqual([
      '{"a":1}',
      'x'
    ])
  })

  it('refuses what is no event stream', async () => {
    await expect(all(streamed(['{}'], 'application/json'))).rejects.toThrow(TypeError)
  })
})
