import type { AnalyseAll } from '../../contracts/analyse-all'
import type { HostEvent } from '../../contracts/host-events'
import type { Recording, RecordingId } from '../../contracts/recording'
import { progressFraction } from '../../drawing/progress'

/** What the taskbar shows: -1 nothing, else the part that is done, 0 to 1. */
export type BarValue = number

/**
 * Follows the host's events and says how far the work at hand has come.
 *
 * The bar belongs to one burst of work: recordings that are done stay in the sum until none waits any more, so that it
 * does not run backwards when one of ten ends. All that are analysed again are one burst, though each is begun alone.
 *
 * @returns the bar's new value, or null where the event does not move it
 */
export function followProgress(): (event: HostEvent) => BarValue | null {
  const parts = new Map<RecordingId, Part>()
  let all: AnalyseAll | null = null
  return ({ domain, method, payload }) => {
    if (domain === 'analysis') {
      all = payload.isRunning ? payload : null
      return all ? all.done / all.total : -1
    }
    if (domain !== 'library') return null
    if (method === 'onRemoved') parts.delete(payload)
    else if (method === 'onChanged') note(parts, payload)
    else return null
    if ([...parts.values()].every(({ isDone }) => isDone)) {
      parts.clear()
      // Counted as done by the event that follows.
      return all ? null : -1
    }
    const fraction = [...parts.values()].reduce((sum, part) => sum + part.fraction, 0) / parts.size
    return all ? (all.done + fraction) / all.total : fraction
  }
}

/** One recording of the burst. */
interface Part {
  fraction: number
  /** Its last step may have ended before its answer is stored. */
  isDone: boolean
}

function note(parts: Map<RecordingId, Part>, { id, state }: Recording): void {
  if (state.status === 'waiting') parts.set(id, { fraction: 0, isDone: false })
  else if (state.status === 'analysing') parts.set(id, { fraction: progressFraction(state.progress), isDone: false })
  else if (parts.has(id)) parts.set(id, { fraction: 1, isDone: true })
}
