import type { CycleLayout } from './model-card'
import type { Beat } from './picture'
import { type StitchedRows, stitchRows, type WindowLayout } from './stitch'
import type { Tensor } from './tensor'

/** From one frame to the next the heart stays in a part, or goes on by at most this many. */
const MOST_PARTS_A_FRAME = 2

/** Mean probability of the part that a frame was given and of its two neighbours: below this a beat is not trusted. */
const LEAST_SURE = 0.65
/** How far a beat and its systole may differ from the recording's median: breathing moves them less than half of this. */
const MOST_UNLIKE = 0.25
/** Fewer than this, or than this share of the times round, are no rhythm: in noise a few come out regular by chance. */
const FEWEST_BEATS = 3
const FEWEST_SHARE = 0.5

/** One time round the parts, and how sure the network was of it, 0 to 1. */
interface Round extends Beat {
  sureness: number
}

/**
 * The beats of which the network is sure.
 *
 * The likeliest way through the parts of the cycle, in their order, gives a beat each time round. A beat counts where
 * the network was sure of its parts, and where it and its systole last about as long as the others.
 *
 * @param cycle `[windows x parts x frames]`, probability of each part of the heart's cycle
 * @param isCounted of each window: what lies in none of those has no beats
 * @returns in order of time; none where fewer than three count, or fewer than half of the times round
 */
export function findBeats(
  cycle: Tensor,
  parts: CycleLayout,
  layout: WindowLayout,
  isCounted: readonly boolean[]
): Beat[] {
  // Where no window counts nothing was heard at all.
  const rounds = roundsOf(stitchRows(cycle, parts, layout, isCounted), parts).filter(({ sureness }) => sureness > 0)
  const beats = regular(rounds)
  if (beats.length < Math.max(FEWEST_BEATS, FEWEST_SHARE * rounds.length)) return []
  return beats.map(({ s1S, s2S }) => ({ s1S, s2S }))
}

/** Those that the network was sure of and that last about as long as most. */
function regular(rounds: readonly Round[]): Round[] {
  const isSure = rounds.map(({ s1S, s2S, sureness }) => s2S > s1S && sureness >= LEAST_SURE)
  const systoles = rounds.map(({ s1S, s2S }) => s2S - s1S)
  // The last one has no next to end it.
  const lengths = rounds.map(({ s1S }, round) => (rounds[round + 1]?.s1S ?? Number.NaN) - s1S)
  const systoleS = median(systoles.filter((_, round) => isSure[round]))
  const lengthS = median(lengths.filter((length, round) => isSure[round] && !Number.isNaN(length)))
  return rounds.filter((_, round) => {
    const isLikeOthers = Number.isNaN(lengths[round]) || isLike(lengths[round]!, lengthS)
    return isSure[round] && isLike(systoles[round]!, systoleS) && isLikeOthers
  })
}

/** @param cycle probability of each part, `[parts x frames]` */
function roundsOf(
  { dims: [partCount, frameCount], data, firstS, hopS }: StitchedRows,
  { firstSound, secondSound }: CycleLayout
): Round[] {
  const probability = (part: number, frame: number) => data[((part + partCount) % partCount) * frameCount + frame]!
  const path = likeliestPath(probability, partCount, frameCount)
  return framesOfRounds(path, [firstSound, secondSound]).map((frames) => {
    const middleOf = (parts: readonly number[]) => {
      const inside = frames.filter((frame) => parts.includes(path[frame]!))
      return firstS + (hopS * sum(inside)) / inside.length
    }
    const sureness = frames.map((frame) => {
      const part = path[frame]!
      return probability(part - 1, frame) + probability(part, frame) + probability(part + 1, frame)
    })
    return { s1S: middleOf(firstSound), s2S: middleOf(secondSound), sureness: sum(sureness) / frames.length }
  })
}

function isLike(value: number, usual: number): boolean {
  return Math.abs(value - usual) <= MOST_UNLIKE * usual
}

/**
 * The part of each frame on the likeliest way round.
 *
 * @source Viterbi, IEEE Trans. Inf. Theory 13:260 (1967)
 */
function likeliestPath(
  probability: (part: number, frame: number) => number,
  partCount: number,
  frameCount: number
): Uint8Array {
  const cameBy = new Uint8Array(partCount * frameCount)
  let before = new Float64Array(partCount)
  for (let frame = 0; frame < frameCount; frame++) {
    const now = new Float64Array(partCount)
    for (let part = 0; part < partCount; part++) {
      let best = 0
      for (let step = 1; frame > 0 && step <= MOST_PARTS_A_FRAME; step++) {
        const from = (step: number) => before[(part - step + partCount) % partCount]!
        if (from(step) > from(best)) best = step
      }
      cameBy[frame * partCount + part] = best
      now[part] = before[(part - best + partCount) % partCount]! + Math.log(probability(part, frame) + 1e-6)
    }
    before = now
  }
  const path = new Uint8Array(frameCount)
  let part = before.indexOf(Math.max(...before))
  for (let frame = frameCount - 1; frame >= 0; frame--) {
    path[frame] = part
    part = (part - cameBy[frame * partCount + part]! + partCount) % partCount
  }
  return path
}

/** The frames of each time round that has all sounds. */
function framesOfRounds(path: Uint8Array, sounds: readonly (readonly number[])[]): number[][] {
  const rounds: number[][] = [[]]
  path.forEach((part, frame) => {
    if (frame > 0 && part < path[frame - 1]!) rounds.push([])
    rounds.at(-1)!.push(frame)
  })
  const has = (frames: number[], parts: readonly number[]) => frames.some((frame) => parts.includes(path[frame]!))
  return rounds.filter((frames) => sounds.every((parts) => has(frames, parts)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
