import type { Answer, MurmurAnswer } from './analysis'
import type { Interval, MurmurBin, ReliabilityBin } from './model-card'

/** Fewer recordings than this are told by their number: a share of a hundred would pretend to know more. */
export const FEWEST_PER_100 = 30

/**
 * Recordings of about one score, none learned from by the network that scored it, and how many of them were what the
 * score speaks for: their weighted share of the count, so that both kinds weigh alike, and no number of people.
 */
export interface CountedBin {
  low: number
  high: number
  count: number
  found: number
  interval: Interval
  meanProbability: number
}

/** A bin of either question. */
export function countedBin(bin: ReliabilityBin | MurmurBin): CountedBin {
  const { low, high, count, interval, meanProbability } = bin
  return { low, high, count, interval, found: 'murmur' in bin ? bin.murmur : bin.abnormal, meanProbability }
}

/** How often recordings of about one score were what it speaks for. */
interface Knot {
  score: number
  share: number
  count: number
}

/**
 * The recordings with about this score, and how many of them would be labelled abnormal where both kinds weigh alike.
 *
 * @param probability calibrated, 0 to 1
 * @param bins in order of their mean score, shares rising
 * @returns `count`, recordings of the bins between whose means the score lies; `abnormal`, not rounded. Nought of
 *   nought where there are no bins.
 */
export function similarTo(probability: number, bins: readonly ReliabilityBin[]): Answer['similar'] {
  const { count, found } = countAt(probability, bins.map(countedBin))
  return { count, abnormal: found }
}

/** As {@link similarTo}, and in how many of them a murmur would be heard. */
export function similarMurmursTo(probability: number, bins: readonly MurmurBin[]): MurmurAnswer['similar'] {
  const { count, found } = countAt(probability, bins.map(countedBin))
  return { count, murmur: found }
}

/**
 * Each bin is a point: its mean score, and the share that was found. A smooth curve that rises with them goes through
 * the points and stays level beyond the first and the last, where nothing more was measured. A bin of which all or none
 * were found counts half a recording of the other kind besides (Jeffreys' prior), so that no score is as good as certain.
 *
 * @source Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5:300 (1984): monotone piecewise cubic interpolation
 */
function countAt(probability: number, bins: readonly CountedBin[]): { count: number; found: number } {
  const knots = bins.map(
    ({ meanProbability, count, found }): Knot => ({
      score: meanProbability,
      share: (found + 0.5) / (count + 1),
      count
    })
  )
  const above = knots.findIndex(({ score }) => score > probability)
  const [left, right] = [knots[above < 0 ? knots.length - 1 : above - 1], above < 0 ? undefined : knots[above]]
  if (!left || !right) {
    const { count, share } = left ?? right ?? { count: 0, share: 0 }
    return { count, found: share * count }
  }
  const count = left.count + right.count
  const slopes = [slopeAt(knots, above - 1), slopeAt(knots, above)] as const
  return { count, found: count * cubicBetween(left, right, slopes, probability) }
}

/** Level at the ends; between two rises a mean that no curve overshoots. */
function slopeAt(knots: readonly Knot[], index: number): number {
  const [before, here, after] = [knots[index - 1], knots[index]!, knots[index + 1]]
  if (!before || !after) return 0
  const [first, second] = [rise(before, here), rise(here, after)]
  if (first <= 0 || second <= 0) return 0
  const [near, far] = [here.score - before.score, after.score - here.score]
  return (3 * (near + far)) / ((2 * far + near) / first + (far + 2 * near) / second)
}

function rise(from: Knot, to: Knot): number {
  return (to.share - from.share) / (to.score - from.score)
}

/** Hermite's cubic through two points with their slopes. */
function cubicBetween(
  left: Knot,
  right: Knot,
  [leftSlope, rightSlope]: readonly [number, number],
  score: number
): number {
  const width = right.score - left.score
  const t = (score - left.score) / width
  const [t2, t3] = [t * t, t * t * t]
  return (
    (2 * t3 - 3 * t2 + 1) * left.share +
    (t3 - 2 * t2 + t) * width * leftSlope +
    (3 * t2 - 2 * t3) * right.share +
    (t3 - t2) * width * rightSlope
  )
}
