import type { Recording, RecordingId } from '../../contracts/recording'
import { progressFraction } from '../../drawing/progress'

export interface WorkProgress {
  total: number
  /** With an answer, also where the answer is that there is none. */
  analysed: number
  /** Whether taken in or not: they will not be analysed. */
  failed: number
  /** 0 to 1, with what is done of those that are at work. */
  fraction: number
}

/**
 * How far work on several recordings is, by what the library says of them; one that was deleted counts no more.
 *
 * @param outside files that are still to be sent, and those that could not be taken in
 */
export function workProgress(
  recordings: ReadonlySet<RecordingId>,
  library: readonly Recording[],
  outside: { waiting: number; failed: number }
): WorkProgress {
  const states = library.filter(({ id }) => recordings.has(id)).map(({ state }) => state)
  const total = outside.waiting + outside.failed + states.length
  const analysed = states.filter(({ status }) => status === 'analysed').length
  const failed = outside.failed + states.filter(({ status }) => status === 'failed').length
  const parts = states.map((state) => (state.status === 'analysing' ? progressFraction(state.progress) : 0))
  const done = analysed + failed + parts.reduce((sum, part) => sum + part, 0)
  return { total, analysed, failed, fraction: total > 0 ? done / total : 1 }
}

export function isAtWork({ state }: Recording): boolean {
  return state.status === 'waiting' || state.status === 'analysing'
}
