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

/** From so many takes on the best one is offered; before that, the one that was just made. */
const BEST_FROM = 3
/** Seconds that can be chosen; the first that is long enough for two windows is the usual one. */
export const DURATIONS_S = [5, 10, 15, 20, 30, 60] as const

/** Nothing is chosen for anybody. What is likely to stay the same is kept: the posture, the person, the length. */
export function newSeries(before?: Series): Series {
  const { posture = null, durationS = 10, person = '' } = before ?? {}
  return { id: randomId(), site: null, posture, durationS, person, note: '', takes: [] }
}

/** The take that is offered once `newest` was made. */
export function offeredOf(series: Series, newest: HeardTake): HeardTake {
  return series.takes.length < BEST_FROM ? newest : bestOf(series)
}

/** @throws {RangeError} when there is no take */
export function bestOf({ takes }: Series): HeardTake {
  const [best] = [...takes].sort((a, b) => compareTakes(a.verdict, b.verdict))
  if (!best) throw new RangeError('a series without a take has no best one')
  return best
}
