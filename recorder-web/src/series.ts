import type { Posture, Site } from '../../src/contracts/recording'
import type { Pcg } from '../../src/core/pcg'
import { compareTakes, type TakeVerdict } from '../../src/core/take-verdict'
import type { Take } from './outbox/take'
import { randomId } from './pairing/mac'

/** A take that can still be listened to. */
export interface HeardTake {
  take: Take
  verdict: TakeVerdict
  pcg: Pcg
}

/** The takes of one place on one chest, the best of which is sent. */
export interface Series {
  id: string
  site: Site | null
  posture: Posture | null
  durationS: number
  person: string
  note: string
  takes: HeardTake[]
}

export const MOST_TAKES = 3
/** Seconds that can be chosen; the first that is long enough for two windows is the usual one. */
export const DURATIONS_S = [5, 10, 15, 20, 30, 60] as const

/** The next series keeps what is likely to stay the same: the place, the posture, the person. */
export function newSeries(before?: Series): Series {
  const { site = 'MV', posture = 'sitting', durationS = 10, person = '' } = before ?? {}
  return { id: randomId(), site, posture, durationS, person, note: '', takes: [] }
}

/** @throws {RangeError} when there is no take */
export function bestOf({ takes }: Series): HeardTake {
  const [best] = [...takes].sort((a, b) => compareTakes(a.verdict, b.verdict))
  if (!best) throw new RangeError('a series without a take has no best one')
  return best
}
