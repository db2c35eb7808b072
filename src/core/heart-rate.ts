import type { HeartRate } from './analysis'
import { type HeardBeat, isSure, surenessOf } from './cardiac-cycle'
import { median } from './median'

/** Mean sureness of all beats, marked or not: below it no heart rate is stated. Chosen as the least of a mark was. */
const LEAST_SURE_OF_ALL = 0.7
/** How far a gap may lie from the recording's median to count: a longer one may hold a beat that nobody heard. */
const MOST_UNLIKE = 0.25
const FEWEST_GAPS = 3

/**
 * The heart rate: 60 over the mean gap between marked beats that follow on each other.
 *
 * `training/export/marks.py` is the same in Python.
 *
 * @param beats all that were heard, in order of time
 * @returns null where the network is not sure of them as a whole, or where fewer than three gaps are like most
 */
export function heartRateOf(beats: readonly HeardBeat[]): HeartRate | null {
  const confidence = surenessOf(beats)
  const gaps = beats.flatMap((beat, index) => {
    const next = beats[index + 1]
    return next && isSure(beat) && isSure(next) ? [next.s1S - beat.s1S] : []
  })
  const usualS = median(gaps)
  const counted = gaps.filter((gap) => Math.abs(gap / usualS - 1) <= MOST_UNLIKE)
  if (confidence < LEAST_SURE_OF_ALL || counted.length < FEWEST_GAPS) return null
  return { valueBpm: (60 * counted.length) / counted.reduce((sum, gap) => sum + gap, 0), confidence }
}
