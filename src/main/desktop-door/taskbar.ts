import type { Recording, RecordingId } from '../../contracts/recording'
import { STEPS } from '../../core/analysis'
import type { HostEvent } from '../host'

/** What the taskbar shows: -1 nothing, else the part that is done, 0 to 1. */
export type BarValue = number

/**
 * Follows the host's events and says how far the work at hand has come.
 *
 * The bar belongs to one burst of work: recordings that are done stay in the sum until none waits any more, so that it
 * does not run backwards when one of ten ends.
 *
 * @returns the bar's new value, or null where the event does not move it
 */
export function followProgress(): (event: HostEvent) => BarValue | null {
  const done = new Map<RecordingId, number>()
  return ({ name, payload }) => {
    if (name === 'library.onRemoved') done.delete(payload as RecordingId)
    else if (name === 'library.onChanged') note(done, payload as Recording)
    else return null
    const parts = [...done.values()]
    if (parts.every((part) => part === 1)) {
      done.clear()
      return -1
    }
    return parts.reduce((sum, part) => sum + part, 0) / parts.length
  }
}

function note(done: Map<RecordingId, number>, { id, state }: Recording): void {
  if (state.status === 'waiting') done.set(id, 0)
  else if (state.status === 'analysing') {
    done.set(id, (STEPS.indexOf(state.progress.step) + state.progress.fraction) / (STEPS.length + 1))
  } else if (done.has(id)) done.set(id, 1)
}
