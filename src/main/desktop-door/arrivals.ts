import type { Recording, RecordingId } from '../../contracts/recording'
import type { HostEvent } from '../host'

export interface Arrival {
  id: RecordingId
  name: string
  phone: string
}

/**
 * Follows the host's events and picks out the recordings that a phone has sent since the program started.
 *
 * @returns the arrival, once for each recording, or null where the event is none
 */
export function followArrivals(): (event: HostEvent) => Arrival | null {
  const known = new Set<RecordingId>()
  return ({ name, payload }) => {
    if (name !== 'library.onChanged') return null
    const { id, name: called, source, state } = payload as Recording
    // What was there before is told only when it changes, and then it is no longer waiting.
    const isNew = !known.has(id) && (state.status === 'waiting' || state.status === 'analysing')
    known.add(id)
    return isNew && source.kind === 'phone' ? { id, name: called, phone: source.phone } : null
  }
}
