import { median } from '../core/median'
import { AVERAGED_LOUDNESS_ROWS, type MarkedBeat, type Picture } from '../core/picture'

/** The four parts of a beat, in order of time. */
export type BeatPart = 's1' | 'systole' | 's2' | 'diastole'

/** Where a part lies in the picture, CSS pixels from its left. */
interface PartSpan {
  part: BeatPart
  fromPx: number
  toPx: number
}

/** The averaged beat as paths, its loudness from the loudest moment down. */
export interface AveragedBeatShape {
  /** The mean of all beats. */
  line: string
  /** Between what a tenth of the beats lie below and above. */
  area: string
  parts: PartSpan[]
  xOf: (lagS: number) => number
  fromS: number
  toS: number
}

/** From top to bottom, dB: a murmur may lie twenty below the sounds. */
const RANGE_DB = 40

/**
 * Draws the averaged beat.
 *
 * @param beats the same that it was made of
 * @param widthPx of the picture, CSS pixels, as is `heightPx`
 */
export function averagedBeatShape(
  { dims: [, frames], data, firstS, hopS }: Picture<'averaged-beat'>,
  beats: readonly MarkedBeat[],
  widthPx: number,
  heightPx: number
): AveragedBeatShape {
  const row = (index: number) => data.subarray(index * frames, (index + 1) * frames)
  const [mean, low, high] = [row(0), row(1), row(AVERAGED_LOUDNESS_ROWS - 1)]
  const loudest = Math.max(...high) || 1
  const toS = firstS + (frames - 1) * hopS
  const xOf = (lagS: number) => ((lagS - firstS) / (toS - firstS)) * widthPx
  const yOf = (loudness: number) => {
    const db = 20 * Math.log10(Math.max(loudness / loudest, 1e-9))
    return Math.min(1, -db / RANGE_DB) * heightPx
  }
  const points = (values: Float32Array) =>
    Array.from(values, (value, frame) => `${xOf(firstS + frame * hopS).toFixed(1)} ${yOf(value).toFixed(1)}`)
  return {
    line: `M${points(mean).join('L')}`,
    area: `M${points(high).join('L')}L${points(low).reverse().join('L')}Z`,
    parts: partsOf(beats).flatMap(({ part, fromS, untilS }) =>
      untilS > firstS && fromS < toS
        ? [{ part, fromPx: xOf(Math.max(fromS, firstS)), toPx: xOf(Math.min(untilS, toS)) }]
        : []
    ),
    ...{ xOf, fromS: firstS, toS }
  }
}

/** Where the parts lie in the middle of all beats, seconds from S1. */
function partsOf(beats: readonly MarkedBeat[]): { part: BeatPart; fromS: number; untilS: number }[] {
  const middle = (of: (beat: MarkedBeat) => number) => median(beats.map(of))
  const s1 = {
    fromS: middle(({ s1, alignedS }) => s1.startS - alignedS),
    untilS: middle(({ s1, alignedS }) => s1.endS - alignedS)
  }
  const s2 = {
    fromS: middle(({ s2, alignedS }) => s2.startS - alignedS),
    untilS: middle(({ s2, alignedS }) => s2.endS - alignedS)
  }
  const rrS = median(beats.flatMap(({ rrS }) => rrS ?? []))
  return [
    { part: 's1', ...s1 },
    { part: 'systole', fromS: s1.untilS, untilS: s2.fromS },
    { part: 's2', ...s2 },
    { part: 'diastole', fromS: s2.untilS, untilS: rrS + s1.fromS },
    { part: 's1', fromS: rrS + s1.fromS, untilS: rrS + s1.untilS }
  ]
}
