import fc from 'fast-check'
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
  it('gives each event’s data and skips names and comments', async () => {
    expect(await all(streamed(['event: upload\ndata: {"a":1}\n\n:still here\n\ndata: x\ndata: y\n\n']))).toEqual([
      '{"a":1}',
      'x\ny'
    ])
  })

  it('gives the same however the stream is cut', async () => {
    const text = 'data: one\n\n: heartbeat\n\nevent: upload\ndata: zwölf\n\n'
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 5 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length]
        const parts = places.slice(1).map((end, index) => text.slice(places[index], end))
        expect(await all(streamed(parts))).toEqual(['one', 'zwölf'])
      })
    )
  })

  it('does not give an event that broke off', async () => {
    expect(await all(streamed(['data: half']))).toEqual([])
  })

  it('refuses what is no event stream', async () => {
    await expect(all(streamed(['{}'], 'application/json'))).rejects.toThrow(TypeError)
  })
})
