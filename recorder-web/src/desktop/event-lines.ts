import { createEventReader } from '../../../src/contracts/event-stream'

/**
 * The data of each event of a `text/event-stream`, as it comes; names are left out.
 *
 * @throws {TypeError} when the reply is no event stream, or the connection breaks
 */
export async function* eventData(response: Response): AsyncGenerator<string> {
  if (!response.ok || !response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
    throw new TypeError(`no event stream: ${response.status}`)
  }
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  const eventsIn = createEventReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      for (const { data } of eventsIn(decoder.decode(value, { stream: true }))) yield data
    }
  } finally {
    // Who has heard enough closes the connection with it.
    reader.cancel().catch(() => {})
  }
}
