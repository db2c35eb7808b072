/**
 * Server-sent events as text, for both ends: no page of ours can use `EventSource`, which gives up for good on some
 * failures and sends no headers.
 *
 * @source HTML Standard, section 9.2, server-sent events
 */
export interface StreamEvent {
  /** `message` where none was given. */
  name: string
  data: string
}

/** Sent where nothing happens, so that both ends know that the other is there; no reader sees it. */
export const HEARTBEAT = ':\n\n'

/** @param event `data` in one line, as JSON is */
export function writeEvent({ name, data }: Partial<StreamEvent> & { data: string }): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${data}\n\n`
}

/**
 * Reads a stream in whatever pieces it comes.
 *
 * @returns takes the next piece of text and gives the events that it completes; one that breaks off is never given
 */
export function createEventReader(): (text: string) => StreamEvent[] {
  let rest = ''
  let name = 'message'
  let data: string[] = []
  return (text) => {
    const lines = (rest + text).split(/\r?\n/)
    rest = lines.pop() ?? ''
    return lines.flatMap((line) => {
      const [, field, value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
      if (field === 'event') name = value
      if (field === 'data') data.push(value)
      if (line !== '') return []
      const event = { name, data: data.join('\n') }
      const hasData = data.length > 0
      name = 'message'
      data = []
      return hasData ? [event] : []
    })
  }
}
