import { type HeardBeat, isSure } from '../cardiac-cycle'
import type { MarkedBeat } from '../picture'
import { alignBeats } from './align'

/**
 * The beats that are marked, each with the time to the next.
 *
 * @param loudness as `loudnessOf` gives it
 * @param heard every beat that the network hears, in order of time
 */
export function markBeats(loudness: Float64Array, heard: readonly HeardBeat[]): MarkedBeat[] {
  const sure = heard.flatMap((beat, index) => (isSure(beat) ? [{ beat, next: heard[index + 1] }] : []))
  const alignedS = alignBeats(
    loudness,
    sure.map(({ beat }) => beat.s1S)
  )
  return sure.map(({ beat: { isFollowed, ...beat }, next }, index) => ({
    ...beat,
    alignedS: alignedS[index]!,
    rrS: isFollowed && next && isSure(next) ? alignedS[index + 1]! - alignedS[index]! : null
  }))
}
