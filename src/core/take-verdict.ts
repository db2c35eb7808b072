import type { HeartRate } from './analysis'
import { clippedFractionOf } from './clipping'
import { homomorphicEnvelope } from './envelope'
import { durationOf, HEARD_RATE_HZ, type Pcg } from './pcg'
import { findPeriodicity, rateOf } from './periodicity'
import { levelOf } from './quality'
import { RECORDING_LIMITS } from './recording-limits'
import { resample } from './resample'
import { rubbedFractionOf } from './rubbing'
import { BEAT_HEIGHT } from './sound-limits'
import { takeLevelOf } from './take-level'
import { voicedSecondsOf } from './voice'

/** What is said about a take right after it: the first that applies, so the strongest cause comes first. */
const TAKE_VERDICTS = ['too-short', 'clipped', 'too-quiet', 'speech', 'rubbing', 'no-beat', 'good'] as const

export type TakeVerdictCode = (typeof TAKE_VERDICTS)[number]

/** A quick judgement of one take, without any network: it advises, and refuses nothing. */
export interface TakeVerdict {
  code: TakeVerdictCode
  durationS: number
  /** Root mean square, offset taken out, dB re full scale; -200 for digital silence. */
  levelDb: number
  clippedFraction: number
  /** Height of the envelope's autocorrelation at the beat, 0 to 1. */
  periodicity: number
  heartRate: HeartRate | null
  /** Share of the time in which somebody spoke. */
  spokenFraction: number
  /** Share of the time in which something rubbed or knocked. */
  rubbedFraction: number
}

/** Speech over a heart, no louder than it, reaches 0.15; 99 % of clean recordings stay below 0.02. */
const SPOKEN_FRACTION = 0.12
/** No clean recording of 237 lies above; of sixty with scratches laid over them at irregular times about fifty do. */
const RUBBED_FRACTION = 0.14

/** Twice the rate of the heart: lags of a pitch are told apart to a few per cent. */
const VOICE_RATE_HZ = 2 * HEARD_RATE_HZ

/**
 * Judges one take from the sound alone: half a second of work at most for a minute of 48 kHz on a phone.
 *
 * @param take as captured, mono, 4 kHz or more; an empty one is `too-short`
 * @throws {RangeError} when its rate cannot be resampled
 */
export function judgeTake(take: Pcg): TakeVerdict {
  const durationS = durationOf(take)
  if (durationS < 1) return { ...EMPTY, durationS }
  const heart = resample(take, HEARD_RATE_HZ)
  const periodicity = findPeriodicity(homomorphicEnvelope(heart))
  const measured = {
    durationS,
    levelDb: Math.max(-200, levelOf(heart.samples)),
    clippedFraction: clippedFractionOf(take.samples),
    periodicity: periodicity.height,
    heartRate: rateOf(periodicity),
    spokenFraction: voicedSecondsOf(resample(take, VOICE_RATE_HZ)) / durationS,
    rubbedFraction: rubbedFractionOf(heart, periodicity.height < BEAT_HEIGHT.goodTake ? null : periodicity.cycleS)
  }
  return { code: codeOf(measured), ...measured }
}

function codeOf(take: Omit<TakeVerdict, 'code'>): TakeVerdictCode {
  const level = takeLevelOf(take)
  const found: Record<TakeVerdictCode, boolean> = {
    'too-short': take.durationS < RECORDING_LIMITS.windowS,
    clipped: level === 'clipped',
    'too-quiet': level === 'too-quiet',
    speech: take.spokenFraction > SPOKEN_FRACTION,
    rubbing: take.rubbedFraction > RUBBED_FRACTION,
    'no-beat': take.periodicity < BEAT_HEIGHT.goodTake,
    good: true
  }
  return TAKE_VERDICTS.find((code) => found[code])!
}

/** Orders takes, best first: the good ones before the others, among equals the clearest beat. */
export function compareTakes(a: TakeVerdict, b: TakeVerdict): number {
  return TAKE_VERDICTS.indexOf(b.code) - TAKE_VERDICTS.indexOf(a.code) || b.periodicity - a.periodicity
}

const EMPTY: TakeVerdict = {
  code: 'too-short',
  durationS: 0,
  levelDb: -200,
  clippedFraction: 0,
  periodicity: 0,
  heartRate: null,
  spokenFraction: 0,
  rubbedFraction: 0
}
