import type { Rhythm } from '../core/cycle/rhythm'
import type { MarkedBeat } from '../core/picture'

/** A time from beat to beat, where the beat that ends it stands. */
export interface RhythmDot {
  /** The beat that begins it, among those that are marked. */
  place: number
  atS: number
  rrS: number
  xPercent: number
  yPercent: number
  how: 'early' | 'late' | 'usual'
}

/** At least this much is shown above and below the middle: what changes less than breathing does looks steady. */
const LEAST_SPREAD = 0.15
const ROUNDING_S = 1e-3

/** Times from beat to beat over the recording, long ones above. */
export function rhythmStrip(
  beats: readonly MarkedBeat[],
  { rrS: usualS, irregular }: Pick<Rhythm, 'rrS' | 'irregular'>,
  durationS: number
): { dots: RhythmDot[]; lowS: number; highS: number } {
  const known = beats.flatMap(({ alignedS, rrS }, place) => (rrS === null ? [] : [{ place, atS: alignedS + rrS, rrS }]))
  const lowS = Math.min((1 - LEAST_SPREAD) * usualS, ...known.map(({ rrS }) => rrS))
  const highS = Math.max((1 + LEAST_SPREAD) * usualS, ...known.map(({ rrS }) => rrS))
  return {
    lowS,
    highS,
    dots: known.map((one) => ({
      ...one,
      xPercent: (100 * one.atS) / durationS,
      yPercent: (100 * (highS - one.rrS)) / (highS - lowS),
      how: irregular.find(({ atS }) => Math.abs(atS - one.atS) < ROUNDING_S)?.how ?? 'usual'
    }))
  }
}
