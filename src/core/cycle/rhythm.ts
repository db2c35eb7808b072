import { median } from '../median'
import type { MarkedBeat } from '../picture'

/** How a beat came, where it did not come as the others do; not what that means. */
type Irregularity = 'early' | 'late'

/** How evenly the heart beats. */
export interface Rhythm {
  /** Times from beat to beat that are known, S1 to S1. */
  count: number
  /** The middle one, seconds. */
  rrS: number
  /** The middle of how much one differs from the next, seconds; null of fewer than three that follow on each other. */
  variationS: number | null
  /** Beats that came at another time than those around them led to expect. */
  irregular: { atS: number; how: Irregularity }[]
}

/** Shorter or longer than the usual by this share is early or late: breathing moves a rate by less than half of it. */
const UNLIKE = 0.2
/** The usual is the middle of so many, this one left out. */
const AROUND = 8
const FEWEST = 3

/**
 * The rhythm of beats that are marked.
 *
 * @param beats in order of time
 * @returns null where fewer than three times from beat to beat are known
 * @source the variation is a robust form of the successive differences of Malik et al. (Task Force), Circulation 93:1043 (1996)
 */
export function rhythmOf(beats: readonly MarkedBeat[]): Rhythm | null {
  const known = beats.flatMap(({ alignedS, rrS }) => (rrS === null ? [] : [{ endS: alignedS + rrS, rrS }]))
  if (known.length < FEWEST) return null
  const differences = beats.flatMap(({ rrS }, index) => {
    const next = beats[index + 1]?.rrS ?? null
    return rrS === null || next === null ? [] : [Math.abs(next - rrS)]
  })
  return {
    count: known.length,
    rrS: median(known.map(({ rrS }) => rrS)),
    variationS: differences.length < FEWEST - 1 ? null : median(differences),
    irregular: known.flatMap(({ endS, rrS }, index): Rhythm['irregular'] => {
      const usualS = median(around(known, index).map((one) => one.rrS))
      if (rrS < (1 - UNLIKE) * usualS) return [{ atS: endS, how: 'early' }]
      return rrS > (1 + UNLIKE) * usualS ? [{ atS: endS, how: 'late' }] : []
    })
  }
}

/** Those before and after one, as many as there are. */
function around<One>(all: readonly One[], index: number): One[] {
  const first = Math.max(0, Math.min(index - AROUND / 2, all.length - 1 - AROUND))
  return all.slice(first, first + AROUND + 1).filter((_, place) => first + place !== index)
}
