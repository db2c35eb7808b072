import { median } from '../../core/median'
import type { Beat } from '../../core/picture'

/** A longer gap between two beats, of the usual one, holds another that was left out: its pause is no diastole. */
const LONGEST_GAP = 1.5

/** Medians over the beats, seconds: from S1 to S2, and from there to the next S1; null where no two beats adjoin. */
export interface CycleTimes {
  systoleS: number
  diastoleS: number | null
}

/** @param beats at least one */
export function cycleTimes(beats: readonly Beat[]): CycleTimes {
  const pairs = beats.slice(1).map((next, index) => ({ beat: beats[index]!, next }))
  const usualS = median(pairs.map(({ beat, next }) => next.s1S - beat.s1S))
  const adjoining = pairs.filter(({ beat, next }) => next.s1S - beat.s1S <= LONGEST_GAP * usualS)
  return {
    systoleS: median(beats.map(({ s1S, s2S }) => s2S - s1S)),
    diastoleS: adjoining.length > 0 ? median(adjoining.map(({ beat, next }) => next.s1S - beat.s2S)) : null
  }
}
