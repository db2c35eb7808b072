import { median } from '../median'
import { LOUDNESS_RATE } from './loudness'

/** What is laid over each other: S1 and its surroundings. */
const BEFORE = Math.round(0.06 * LOUDNESS_RATE)
const LENGTH = Math.round(0.16 * LOUDNESS_RATE)
/** How far the middle that the network gave may lie from the sound, both ways. */
const MOST_SHIFT = Math.round(0.03 * LOUDNESS_RATE)
const ROUNDS = 3

/**
 * When beats are, to a millisecond: the first sound of each is laid over the middle one of all.
 *
 * The network gives times in frames of 16 ms. The shape of S1 changes little from beat to beat, so that where two lie
 * best over each other tells their distance much finer.
 *
 * @param loudness as `loudnessOf` gives it
 * @param s1S middles of the first sounds, seconds
 * @returns as many times, on average the same; those whose surroundings reach beyond the recording stay as they were
 * @source Woody, Medical and Biological Engineering 5:539 (1967): alignment to an average that is made of what is aligned
 */
export function alignBeats(loudness: Float64Array, s1S: readonly number[]): number[] {
  const places = s1S.map((timeS) => Math.round(timeS * LOUDNESS_RATE) - BEFORE)
  const isInside = (place: number) => place >= MOST_SHIFT && place + LENGTH + MOST_SHIFT <= loudness.length
  const inside = places.flatMap((place, beat) => (isInside(place) ? [beat] : []))
  if (inside.length < 2) return [...s1S]
  const norms = normsOf(loudness)
  const shifts = new Map(inside.map((beat) => [beat, 0]))
  for (let round = 0; round < ROUNDS; round++) {
    const usual = middleOf(inside.map((beat) => evenPiece(loudness, Math.round(places[beat]! + shifts.get(beat)!))))
    for (const beat of inside) shifts.set(beat, bestShift(loudness, norms, places[beat]!, usual))
  }
  const mean = [...shifts.values()].reduce((sum, shift) => sum + shift, 0) / shifts.size
  return s1S.map((timeS, beat) => {
    const shift = shifts.get(beat)
    return shift === undefined ? timeS : (places[beat]! + BEFORE + shift - mean) / LOUDNESS_RATE
  })
}

/** A piece without its mean, of length 1. */
function evenPiece(loudness: Float64Array, place: number): Float64Array {
  const { mean, norm } = spreadOf(loudness, place)
  return loudness.subarray(place, place + LENGTH).map((value) => (value - mean) / norm)
}

/** Mean of a piece, and the length of what is left without it; 1 of one that does not change. */
function spreadOf(loudness: Float64Array, place: number): { mean: number; norm: number } {
  let [sum, power] = [0, 0]
  for (let n = place; n < place + LENGTH; n++) {
    sum += loudness[n]!
    power += loudness[n]! ** 2
  }
  const mean = sum / LENGTH
  return { mean, norm: Math.sqrt(power - sum * mean) || 1 }
}

/** Of the piece that begins at each place, from running sums: thousands overlap. */
function normsOf(loudness: Float64Array): Float64Array {
  const norms = new Float64Array(Math.max(0, loudness.length - LENGTH + 1))
  let [sum, power] = [0, 0]
  for (let n = 0; n < loudness.length; n++) {
    sum += loudness[n]!
    power += loudness[n]! ** 2
    const start = n - LENGTH + 1
    if (start < 0) continue
    norms[start] = Math.sqrt(Math.max(0, power - (sum * sum) / LENGTH)) || 1
    sum -= loudness[start]!
    power -= loudness[start]! ** 2
  }
  return norms
}

/** The middle one of many pieces, its own mean taken out. */
function middleOf(pieces: readonly Float64Array[]): Float64Array {
  const middle = Float64Array.from({ length: LENGTH }, (_, n) => median(pieces.map((piece) => piece[n]!)))
  const { mean } = spreadOf(middle, 0)
  return middle.map((value) => value - mean)
}

/** In frames, between them by the parabola through the best three. */
function bestShift(loudness: Float64Array, norms: Float64Array, place: number, usual: Float64Array): number {
  const likeness = Array.from({ length: 2 * MOST_SHIFT + 1 }, (_, index) => {
    const start = place + index - MOST_SHIFT
    let both = 0
    for (let n = 0; n < LENGTH; n++) both += loudness[start + n]! * usual[n]!
    return both / norms[start]!
  })
  const best = likeness.indexOf(Math.max(...likeness))
  const [before, here, after] = [likeness[best - 1], likeness[best]!, likeness[best + 1]]
  if (before === undefined || after === undefined) return best - MOST_SHIFT
  const bend = before - 2 * here + after
  return best - MOST_SHIFT + (bend < 0 ? (before - after) / (2 * bend) : 0)
}
