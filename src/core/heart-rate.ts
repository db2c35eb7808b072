import type { HeartRate } from './analysis'
import type { Envelope } from './envelope'

/** How strongly the envelope repeats itself, and after how long. */
export interface Periodicity {
  /** Seconds of one heart cycle. */
  cycleS: number
  /** Autocorrelation at that lag, 0 to 1. */
  height: number
}

/** 30 to 120 bpm: below half a second the gap between S1 and S2 can look like a beat of its own. */
const SLOWEST_CYCLE_S = 2
const USUAL_FASTEST_CYCLE_S = 0.5
/** Up to 180 bpm, if the cycle of half the length repeats this much as well as the longer one. */
const FASTEST_CYCLE_S = 1 / 3
const FAST_SHARE = 0.9
/** Autocorrelation is averaged over stretches of this length, so that a rate that drifts does not smear. */
const STRETCH_S = 5
/**
 * Below this height the beat is not trusted: on 5 s stretches of the PhysioNet 2016 training set a gate of 0.3 keeps
 * 91.5 % and brings the mean error from 1.9 to 1.2 bpm.
 */
const LOWEST_TRUSTED_HEIGHT = 0.3

/**
 * The lag between a third of a second and two seconds at which the envelope is most like itself.
 *
 * @param envelope at least two slowest cycles long for a full search; shorter ones search what they can
 * @returns height 0 where nothing repeats
 * @source Schmidt et al., Physiol. Meas. 31:513 (2010): autocorrelation of the homomorphic envelope
 */
export function findPeriodicity({ values, sampleRate }: Envelope): Periodicity {
  const correlation = meanAutocorrelation(values, Math.round(STRETCH_S * sampleRate), SLOWEST_CYCLE_S * sampleRate)
  const usual = highestPeak(correlation, USUAL_FASTEST_CYCLE_S * sampleRate)
  const fast = highestPeak(correlation, FASTEST_CYCLE_S * sampleRate, USUAL_FASTEST_CYCLE_S * sampleRate)
  const isHalf = Math.abs(2 * fast.lag - usual.lag) <= 0.05 * usual.lag
  const { lag, height } = isHalf && fast.height >= FAST_SHARE * usual.height ? fast : usual
  return { cycleS: lag / sampleRate, height: Math.min(1, Math.max(0, height)) }
}

/** The heart rate, or null where the beat is not clear enough to state one. */
export function heartRateOf({ cycleS, height }: Periodicity): HeartRate | null {
  if (height < LOWEST_TRUSTED_HEIGHT) return null
  return { valueBpm: 60 / cycleS, confidence: height }
}

/** Autocorrelation of the mean-free values, each lag over its overlap, averaged over stretches weighted by their power. */
function meanAutocorrelation(values: Float64Array, stretch: number, longest: number): Float64Array {
  const sums = new Float64Array(Math.floor(longest) + 2)
  const length = Math.min(stretch, values.length)
  const count = Math.max(1, Math.floor(values.length / Math.max(1, length)))
  for (let index = 0; index < count; index++) {
    const part = normalised(values.subarray(index * length, (index + 1) * length))
    for (let lag = 0; lag < Math.min(sums.length, part.length); lag++) {
      let sum = 0
      for (let n = lag; n < part.length; n++) sum += part[n]! * part[n - lag]!
      sums[lag]! += sum / (part.length - lag) / count
    }
  }
  return sums
}

/** Mean 0 and power 1; zeros where there is no variation. */
function normalised(values: Float64Array): Float64Array {
  let mean = 0
  for (const value of values) mean += value / values.length
  let power = 0
  for (const value of values) power += (value - mean) ** 2 / values.length
  const scale = power > 0 ? 1 / Math.sqrt(power) : 0
  return values.map((value) => (value - mean) * scale)
}

/** The highest local maximum with `from <= lag < to`, placed between samples by a parabola. */
function highestPeak(
  correlation: Float64Array,
  from: number,
  to = correlation.length
): { lag: number; height: number } {
  let best = { lag: from, height: 0 }
  for (let lag = Math.max(1, Math.ceil(from)); lag < Math.min(to, correlation.length - 1); lag++) {
    const [before, here, after] = [correlation[lag - 1]!, correlation[lag]!, correlation[lag + 1]!]
    if (here <= best.height || here < before || here < after) continue
    const curvature = before - 2 * here + after
    const shift = curvature < 0 ? (0.5 * (before - after)) / curvature : 0
    best = { lag: lag + shift, height: here - (0.25 * (before - after)) * shift }
  }
  return best
}
