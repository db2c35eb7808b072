import type { Beat } from '../../core/picture'

/** Where a beat was left out the pause is no diastole. */
const LONGEST_DIASTOLE_S = 1.5

/** Medians over the beats, seconds: from S1 to S2, and from there to the next S1; null where no two beats adjoin. */
export interface CycleTimes {
  systoleS: number
  diastoleS: number | null
}

/** @param beats at least one */
export function cycleTimes(beats: readonly Beat[]): CycleTimes {
  const pauses = beats.slice(1).map(({ s1S }, index) => s1S - beats[index]!.s2S)
  return {
    systoleS: median(beats.map(({ s1S, s2S }) => s2S - s1S)) ?? 0,
    diastoleS: median(pauses.filter((pause) => pause <= LONGEST_DIASTOLE_S))
  }
}

function median(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
