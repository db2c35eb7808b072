import type { HeartRate } from './analysis'
import type { Envelope } from './envelope'
import { BEAT_HEIGHT } from './sound-limits'

/** How strongly the envelope repeats itself, and after how long. */
export interface Periodicity {
  /** Seconds of one heart cycle. */
  cycleS: number
  /** Autocorrelation at that lag, 0 to 1. */
  height: number
}

/** 30 to 120 bpm: below half a second the gap between S1 and S2 can look like a beat of its own. */
const USUAL_CYCLE_S = { from: 0.5, to: 2 }
/** Up to 225 bpm, where a fraction of the beat repeats nearly as well as the beat itself. */
const FAST_CYCLE_S = { from: 60 / 225, to: 0.5 }
const FAST_SHARE = 0.95
/** Below this the gap between S1 and S2 of a child looks like a beat: three of a real one repeat as well as two and four. */
const DOUBTFUL_CYCLE_S = 1 / 3
const THREE_SHARE = 0.92
/** Two or three beats repeat as well as one: a fraction of the lag that keeps this share of the height is the beat. */
const FRACTION_SHARE = 0.65
/** How far a lag may lie from the exact fraction, as a share of the whole. */
const FRACTION_TOLERANCE = 0.06
/** Autocorrelation is averaged over stretches of this length, so that a rate that drifts does not smear. */
const STRETCH_S = 30

/**
 * The lag between about a quarter of a second and two seconds at which the envelope is most like itself.
 *
 * Constants were chosen on the hand-corrected beat lengths of the PhysioNet 2016 training set.
 *
 * @param envelope at least two slowest cycles long for a full search; shorter ones search what they can
 * @returns height 0 where nothing repeats
 * @source Schmidt et al., Physiol. Meas. 31:513 (2010): autocorrelation of the homomorphic envelope
 */
export function findPeriodicity({ values, sampleRate }: Envelope): Periodicity {
  const longest = Math.ceil((1 + FRACTION_TOLERANCE) * USUAL_CYCLE_S.to * sampleRate)
  const correlation = autocorrelation(values, Math.round(STRETCH_S * sampleRate), longest)
  const peaks = peaksOf(correlation).map(
    ({ lag, height }): Periodicity => ({ cycleS: lag / sampleRate, height: Math.min(1, height) })
  )
  const usual = peaks.filter(({ cycleS }) => cycleS >= USUAL_CYCLE_S.from && cycleS <= USUAL_CYCLE_S.to)
  const isBeat = (cycleS: number) => cycleS >= DOUBTFUL_CYCLE_S || isWhole(correlation, cycleS * sampleRate)
  const fast = peaks.filter(({ cycleS }) => cycleS >= FAST_CYCLE_S.from && cycleS < FAST_CYCLE_S.to && isBeat(cycleS))
  const strongest = highest(usual) ?? { cycleS: USUAL_CYCLE_S.from, height: 0 }
  const beat = fractionOf(strongest, [3, 2], usual, FRACTION_SHARE) ?? strongest
  return fractionOf(beat, [4, 3, 2], fast, FAST_SHARE) ?? beat
}

/** The heart rate while there is no network to ask; null where the beat is not clear enough to state one. */
export function rateOf({ cycleS, height }: Periodicity): HeartRate | null {
  return height < BEAT_HEIGHT.rate ? null : { valueBpm: 60 / cycleS, confidence: height }
}

/** The peak at a whole fraction of another's lag, if it is nearly as high; of several the first divisor's. */
function fractionOf(
  of: Periodicity,
  divisors: readonly number[],
  peaks: readonly Periodicity[],
  share: number
): Periodicity | null {
  for (const divisor of divisors) {
    const near = peaks.filter(({ cycleS }) => Math.abs(cycleS * divisor - of.cycleS) <= FRACTION_TOLERANCE * of.cycleS)
    const best = highest(near)
    if (best && best.height >= share * of.height) return best
  }
  return null
}

/** Do three of a lag repeat as well as two and four of it? */
function isWhole(correlation: Float64Array, lag: number): boolean {
  const near = (centre: number) => {
    const [from, to] = [(1 - FRACTION_TOLERANCE) * centre, (1 + FRACTION_TOLERANCE) * centre]
    return Math.max(...correlation.subarray(Math.round(from), Math.round(to) + 1))
  }
  return near(3 * lag) >= (THREE_SHARE * (near(2 * lag) + near(4 * lag))) / 2
}

function highest(peaks: readonly Periodicity[]): Periodicity | null {
  return peaks.reduce<Periodicity | null>((best, peak) => (best && best.height >= peak.height ? best : peak), null)
}

/**
 * Autocorrelation of the mean-free values at unit power, averaged over stretches of equal length.
 *
 * Divided by the whole length, not by the overlap: of two lags that repeat alike the shorter one is the beat.
 *
 * @returns lags 0 to `longest`
 */
function autocorrelation(values: Float64Array, stretchLength: number, longest: number): Float64Array {
  const count = Math.max(1, Math.ceil(values.length / stretchLength))
  const length = Math.floor(values.length / count)
  const mean = new Float64Array(longest + 1)
  for (let index = 0; index < count; index++) {
    const stretch = normalised(values.subarray(index * length, (index + 1) * length))
    for (let lag = 0; lag < Math.min(mean.length, length); lag++) {
      let sum = 0
      for (let n = lag; n < length; n++) sum += stretch[n]! * stretch[n - lag]!
      mean[lag]! += sum / length / count
    }
  }
  return mean
}

/** Mean 0 and power 1; zeros where there is no variation. */
function normalised(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const power = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  const scale = power > 0 ? 1 / Math.sqrt(power) : 0
  return values.map((value) => (value - mean) * scale)
}

/** Local maxima above zero, placed between samples by a parabola through three of them. */
function peaksOf(correlation: Float64Array): { lag: number; height: number }[] {
  const peaks: { lag: number; height: number }[] = []
  for (let lag = 1; lag < correlation.length - 1; lag++) {
    const [before, here, after] = [correlation[lag - 1]!, correlation[lag]!, correlation[lag + 1]!]
    if (here <= 0 || here < before || here < after) continue
    const curvature = before - 2 * here + after
    const shift = curvature < 0 ? (0.5 * (before - after)) / curvature : 0
    peaks.push({ lag: lag + shift, height: here - 0.25 * (before - after) * shift })
  }
  return peaks
}
