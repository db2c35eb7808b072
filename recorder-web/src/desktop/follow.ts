import type { Upload } from '../../../src/contracts/phone-api'
import type { Pairing } from '../pairing/pairing'
import type { Desktop } from './desktop'
import { eventData } from './event-lines'

const POLL_MS = 700
const isDone = ({ result }: Upload) => result?.status === 'analysed' || result?.status === 'failed'

/**
 * Tells of a stored upload each time its analysis has come further, until it is done.
 *
 * Reads the event stream, which needs signed headers and so cannot be an EventSource; where that breaks off, asks
 * again and again instead. Both end with the same last word.
 */
export async function followResult(
  desktop: Desktop,
  pairing: Pairing,
  id: string,
  onUpload: (upload: Upload) => void,
  signal: AbortSignal
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const data of eventData(await desktop.events(pairing, id, signal))) {
        const upload = JSON.parse(data) as Upload
        onUpload(upload)
        if (isDone(upload)) return
      }
    } catch {
      // Asked for by itself below.
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    if (signal.aborted) return
    const asked = await desktop.upload(pairing, id).catch(() => null)
    if (asked) onUpload(asked)
    if (asked && isDone(asked)) return
  }
}
