/**
 * The data of each event of a `text/event-stream`, as it comes; comments and names are left out.
 *
 * @throws {TypeError} when the answer is no event stream, or the connection breaks
 * @source HTML Standard, 9.2.6 Interpreting an event stream
 */
export async function* eventData(response: Response): AsyncGenerator<string> {
  if (!response.ok || !response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
    throw new TypeError(`no event stream: ${response.status}`)
  }
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  let data: string[] = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/)
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''))
        else if (line === '' && data.length > 0) {
          yield data.join('\n')
          data = []
        }
      }
    }
  } finally {
    // Who has heard enough closes the connection with it.
    reader.cancel().catch(() => {})
  }
}
