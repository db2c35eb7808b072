import { median } from '../median'
import { AVERAGED_LOUDNESS_ROWS, type MarkedBeat, type Picture } from '../picture'
import { LOUDNESS_RATE } from './loudness'

/** What is shown before S1, and of the next beat. */
const BEFORE_S = 0.1
const AFTER_S = 0.1
const HOP_S = 0.004
/** A beat is left out where it is less like the middle one, or its length less like the middle length. */
const LEAST_LIKENESS = 0.5
const MOST_UNLIKE_RR = 0.2
const FEWEST = 3

/** What an averaged beat was made of. */
export interface AveragedSummary {
  /** So many beats. */
  used: number
  /** Among the marked beats, from 0: those that are too unlike it. */
  leftOut: number[]
  /** The one that is least like it. */
  mostUnlike: number
}

/** All beats laid over each other on S1. */
export interface AveragedBeat extends AveragedSummary {
  picture: Picture<'averaged-beat'>
}

/**
 * The averaged beat, as long as the middle one and a little longer on both sides.
 *
 * @param whole loudness of the recording, as `loudnessOf` gives it
 * @param beats that are marked, in order of time
 * @returns null where fewer than three are like each other
 */
export function averageBeats(
  whole: Float64Array,
  spectrogram: Picture<'spectrogram'>,
  beats: readonly MarkedBeat[]
): AveragedBeat | null {
  const usualS = median(beats.flatMap(({ rrS }) => rrS ?? []))
  const frames = Math.round((BEFORE_S + usualS + AFTER_S) / HOP_S)
  const durationS = whole.length / LOUDNESS_RATE
  const isInside = ({ alignedS }: MarkedBeat) =>
    alignedS >= BEFORE_S && alignedS - BEFORE_S + (frames + 1) * HOP_S < durationS
  const candidates = beats.flatMap((beat, place) => (isInside(beat) ? [{ ...beat, place }] : []))
  if (candidates.length < FEWEST) return null

  const loudness = candidates.map(({ alignedS }) =>
    Float64Array.from({ length: frames }, (_, frame) => {
      const place = Math.round((alignedS - BEFORE_S + frame * HOP_S) * LOUDNESS_RATE)
      return whole[place] ?? 0
    })
  )
  const usual = Float64Array.from({ length: frames }, (_, frame) => median(loudness.map((one) => one[frame]!)))
  const likeness = loudness.map((one) => correlation(one, usual))
  const isUsed = candidates.map(
    ({ rrS }, index) =>
      likeness[index]! >= LEAST_LIKENESS && (rrS === null || Math.abs(rrS / usualS - 1) <= MOST_UNLIKE_RR)
  )
  const used = candidates.flatMap((one, index) => (isUsed[index] ? [{ ...one, loudness: loudness[index]! }] : []))
  if (used.length < FEWEST) return null

  const [bands] = spectrogram.dims
  const data = new Float32Array((AVERAGED_LOUDNESS_ROWS + bands) * frames)
  for (let frame = 0; frame < frames; frame++) {
    const sorted = used.map((one) => one.loudness[frame]!).sort((a, b) => a - b)
    data[frame] = mean(sorted)
    data[frames + frame] = sorted[Math.floor(0.1 * sorted.length)]!
    data[2 * frames + frame] = sorted[Math.ceil(0.9 * sorted.length) - 1]!
    const levels = data.subarray(AVERAGED_LOUDNESS_ROWS * frames)
    for (const { alignedS } of used) {
      addLevels(levels, frame, spectrogram, alignedS - BEFORE_S + frame * HOP_S, 1 / used.length)
    }
  }
  return {
    used: used.length,
    leftOut: candidates.flatMap(({ place }, index) => (isUsed[index] ? [] : [place])),
    mostUnlike: candidates[likeness.indexOf(Math.min(...likeness))]!.place,
    picture: {
      kind: 'averaged-beat',
      ...{ dims: [AVERAGED_LOUDNESS_ROWS + bands, frames], data, firstS: -BEFORE_S, hopS: HOP_S }
    }
  }
}

/** Adds what every band shows at a time, in proportion between two frames; beyond the first and the last theirs. */
function addLevels(
  levels: Float32Array,
  frame: number,
  { dims: [bands, columns], data, firstS, hopS }: Picture,
  timeS: number,
  weight: number
): void {
  const frames = levels.length / bands
  const place = Math.min(columns - 1, Math.max(0, (timeS - firstS) / hopS))
  const [before, after] = [Math.floor(place), Math.ceil(place)]
  const share = place - before
  for (let band = 0; band < bands; band++) {
    const row = band * columns
    levels[band * frames + frame]! += weight * ((1 - share) * data[row + before]! + share * data[row + after]!)
  }
}

/** Pearson's; 0 where one of them does not change. */
function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, powerA, powerB] = [0, 0, 0]
  for (let n = 0; n < a.length; n++) {
    both += (a[n]! - meanA) * (b[n]! - meanB)
    powerA += (a[n]! - meanA) ** 2
    powerB += (b[n]! - meanB) ** 2
  }
  return powerA > 0 && powerB > 0 ? both / Math.sqrt(powerA * powerB) : 0
}

function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let n = 0; n < values.length; n++) sum += values[n]!
  return sum / values.length
}
