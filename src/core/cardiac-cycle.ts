import { likeliestPath } from './likeliest-path'
import type { CycleLayout } from './model-card'
import type { Beat, Sounding } from './picture'
import { type StitchedRows, stitchRows, type WindowLayout } from './stitch'
import type { Tensor } from './tensor'

/** A beat of which the network is less sure is not marked. @see docs/model.md, protocol L: chosen on its folds */
const LEAST_SURE = 0.55

/** One time round the parts of the cycle. */
export interface HeardBeat extends Beat {
  /** Where the sounds begin and end. */
  s1: Sounding
  s2: Sounding
  /** The next time round, without a break, is a beat too: no beat lies unheard between the two. */
  isFollowed: boolean
  /** Mean probability of the parts that its frames were given and of their neighbours, 0 to 1. */
  sureness: number
}

/**
 * Every beat that the network hears, sure of it or not.
 *
 * The likeliest way through the parts of the cycle, in their order, gives a beat each time round that has both sounds.
 * `training/export/marks.py` is the same in Python.
 *
 * @param cycle `[windows x parts x frames]`, probability of each part of the heart's cycle
 * @param isCounted of each window: what lies in none of those has no beats
 * @returns in order of time
 */
export function hearBeats(
  cycle: Tensor,
  parts: CycleLayout,
  layout: WindowLayout,
  isCounted: readonly boolean[]
): HeardBeat[] {
  const rows = stitchRows(cycle, parts, layout, isCounted)
  return stretchesOf(rows).flatMap((stretch) => beatsIn(stretch, rows, parts))
}

/** Is the network sure enough of a beat for it to be marked? */
export function isSure({ sureness }: HeardBeat): boolean {
  return sureness >= LEAST_SURE
}

/** Mean sureness of beats; 0 of none. */
export function surenessOf(beats: readonly HeardBeat[]): number {
  return beats.length > 0 ? mean(beats.map(({ sureness }) => sureness)) : 0
}

/** The frames from one on, and how many. */
interface Stretch {
  first: number
  length: number
}

/** Where windows that count follow on each other: elsewhere every part has probability zero. */
function stretchesOf({ dims: [partCount, frameCount], data }: StitchedRows): Stretch[] {
  const stretches: Stretch[] = []
  for (let frame = 0; frame < frameCount; frame++) {
    let total = 0
    for (let part = 0; part < partCount; part++) total += data[part * frameCount + frame]!
    if (total === 0) continue
    const last = stretches.at(-1)
    if (last && last.first + last.length === frame) last.length++
    else stretches.push({ first: frame, length: 1 })
  }
  return stretches
}

/** @param rows probability of each part, `[parts x frames]` */
function beatsIn(
  { first, length }: Stretch,
  { dims: [partCount, frameCount], data, firstS, hopS }: StitchedRows,
  { firstSound, secondSound }: CycleLayout
): HeardBeat[] {
  const probability = (part: number, frame: number) =>
    data[((part + partCount) % partCount) * frameCount + first + frame]!
  const path = likeliestPath(probability, partCount, length)
  const near = (frame: number) => [-1, 0, 1].reduce((sum, step) => sum + probability(path[frame]! + step, frame), 0)
  const timeS = (frame: number) => firstS + (first + frame) * hopS
  const beats = roundsOf(path).map((frames) => {
    const [s1, s2] = [soundIn(firstSound, frames, path), soundIn(secondSound, frames, path)]
    if (s1 === null || s2 === null) return null
    // A frame stands for what lies within half a hop of its centre.
    const sounding = ({ start, end }: FrameSpan): Sounding => ({ startS: timeS(start - 0.5), endS: timeS(end + 0.5) })
    return {
      ...{ s1S: timeS(s1.middle), s2S: timeS(s2.middle), s1: sounding(s1), s2: sounding(s2) },
      sureness: mean(frames.map(near))
    }
  })
  return beats.flatMap((beat, index) => (beat ? [{ ...beat, isFollowed: !!beats[index + 1] }] : []))
}

/** The frames of each time round the parts. */
function roundsOf(path: Uint8Array): number[][] {
  const rounds: number[][] = [[]]
  path.forEach((part, frame) => {
    if (frame > 0 && part < path[frame - 1]!) rounds.push([])
    rounds.at(-1)!.push(frame)
  })
  return rounds
}

/** A sound in frames, the last one among them. */
interface FrameSpan {
  start: number
  /** Where its halves meet; the middle of the one that is there. */
  middle: number
  end: number
}

/** Null where neither half is there. */
function soundIn(halves: readonly number[], frames: readonly number[], path: Uint8Array): FrameSpan | null {
  const [first = [], second = []] = halves.map((half) => frames.filter((frame) => path[frame] === half))
  const all = [...first, ...second]
  if (all.length === 0) return null
  const middle = first.length > 0 && second.length > 0 ? (first.at(-1)! + second[0]!) / 2 : mean(all)
  return { start: all[0]!, middle, end: all.at(-1)! }
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
