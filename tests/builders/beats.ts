import type { HeardBeat } from '../../src/core/cardiac-cycle'
import type { Beat, MarkedBeat } from '../../src/core/picture'

/** Beats as they are heard: each sound reaches 60 ms to both sides of its middle, and none is missing between them. */
export function heardBeats(beats: readonly (Beat & { sureness?: number })[]): HeardBeat[] {
  return beats.map(({ s1S, s2S, sureness = 0.9 }, index) => ({
    ...{ s1S, s2S, sureness, isFollowed: index + 1 < beats.length },
    s1: { startS: s1S - 0.06, endS: s1S + 0.06 },
    s2: { startS: s2S - 0.06, endS: s2S + 0.06 }
  }))
}

/** The same, marked; each lasts until the next. */
export function markedBeats(beats: readonly Beat[]): MarkedBeat[] {
  return heardBeats(beats).map(({ isFollowed: _, ...beat }, index) => {
    const next = beats[index + 1]
    return { ...beat, alignedS: beat.s1S, rrS: next ? next.s1S - beat.s1S : null }
  })
}
