import type { Bandwidth } from './bandwidth'
import type { AveragedSummary } from './cycle/averaged-beat'
import type { MurmurInTime } from './cycle/murmur-in-time'
import type { Rhythm } from './cycle/rhythm'
import type { OperatingPointName } from './model-card'
import type { Scale } from './score'

/** What is said about one recording. Numbers only: `src/words` makes the sentences. */
export interface Analysis {
  durationS: number
  answer: Answer
  quality: Quality
  windows: WindowAnalysis[]
  heartRate: HeartRate | null
  /** Missing where an earlier version analysed it. */
  cycle?: Cycle
  domain: Domain
  findings: Finding[]
  model: ModelIdentity
}

/** The answer to the first question: what an examination of the person would say, by the sound of their heart. */
export type Outcome = 'normal-like' | 'abnormal-like' | 'cannot-tell'

/** The answer to the second question: what can be heard here. */
export type MurmurOutcome = 'murmur' | 'no-murmur' | 'cannot-tell'

/** The two questions that every recording is asked. */
export const QUESTIONS = ['abnormal', 'murmur'] as const

export type Question = (typeof QUESTIONS)[number]

/** Why no answer is given, the strongest reason first in this list. `unlike-training` stands in older answers only. */
export const CANNOT_TELL_REASONS = [
  'silent',
  'clipped',
  'no-heart-sound',
  'no-beat',
  'treble-missing',
  'unlike-training',
  'between'
] as const

export type CannotTellReason = (typeof CANNOT_TELL_REASONS)[number]

export interface Answer {
  outcome: Outcome
  /** Null unless the outcome is `cannot-tell`. */
  reason: CannotTellReason | null
  /** Calibrated, 0 to 1; a number whenever the model ran, whatever the outcome. */
  abnormalProbability: number
  /** Where the probability would lie with other parts of the same recording: 95 %, from the spread of its windows. */
  interval: { low: number; high: number }
  /** Distance from the cannot-tell band, 0 (inside it) to 1 (at either end of the scale). */
  certainty: number
  operatingPoint: OperatingPointName
  threshold: number
  cannotTell: { low: number; high: number }
  /**
   * Of `count` recordings with a similar probability, scored by networks that had not learned from them, about
   * `abnormal` are labelled abnormal where both kinds weigh alike: a weighted share of the count, no whole number.
   */
  similar: { count: number; abnormal: number }
  /** Share of abnormal recordings that `similar` is weighted to. */
  baseRate: number
  /** Missing where an earlier version answered. */
  murmur?: MurmurAnswer
  /** Missing where the score stands on the card's own scale. */
  tuning?: NamedTuning
}

/** A sensor's own scale on top of the card's, by the name that a person gave it. The murmur is asked without it. */
export interface NamedTuning extends Scale {
  name: string
}

/** What is said of murmurs: `cannot-tell` where the score lies in the middle, or the recording was refused. */
export interface MurmurAnswer {
  outcome: MurmurOutcome
  /** Calibrated on a scale of its own, 0 to 1; a number whenever the model ran, whatever the outcome. */
  probability: number
  /** As {@link Answer.interval}. */
  interval: { low: number; high: number }
  threshold: number
  cannotTell: { low: number; high: number }
  /** As {@link Answer.similar}: in about `murmur` of them a murmur was heard. */
  similar: { count: number; murmur: number }
  /** Share of recordings with a murmur that `similar` is weighted to. */
  baseRate: number
}

export type QualityReason =
  | 'silent'
  | 'clipped'
  | 'no-heart-sound'
  | 'no-beat'
  | 'treble-missing'
  | 'few-usable-windows'
  | 'short'

export interface Quality {
  /** Whether there is a heart to be heard in it. */
  usable: boolean
  /** 0 to 1: mean probability over the windows that each is usable heart sound. */
  score: number
  /** Everything that was found wrong, fatal or not. */
  reasons: QualityReason[]
  /** Root mean square of the whole recording, offset taken out, dB re full scale. */
  levelDb: number
  /** Share of the source's samples that lie in flat runs at its extremes. */
  clippedFraction: number
  /** The beats that the network hears, marked or not. Missing where an earlier version analysed it. */
  beats?: BeatSummary
  /** Missing where an earlier version analysed it. */
  bandwidth?: Bandwidth
}

export interface BeatSummary {
  count: number
  /** Mean over all of them, 0 to 1; 0 of none. */
  sureness: number
}

export interface WindowAnalysis {
  startS: number
  abnormalProbability: number
  /** Probability that the window is usable heart sound. */
  quality: number
  isUsable: boolean
}

/** What was measured of the beats that are marked; the beats themselves are a picture. */
export interface Cycle {
  /** So many are marked. */
  marked: number
  /** Null where no heart rate is stated, or too few beats follow on each other. */
  rhythm: Rhythm | null
  /** Null where too few are like each other. */
  averaged: AveragedSummary | null
  /** What sounds between the sounds, whether it is a murmur or not; null where too few beats have both pauses. */
  murmur: MurmurInTime | null
}

export interface HeartRate {
  valueBpm: number
  /** How sure the network is of the beats; before there is one to ask, how well the loudness repeats; 0 to 1. */
  confidence: number
}

export interface Domain {
  /** Distance of the recording's embedding to the training audio (see the card's `domain`). */
  distance: number
  isFar: boolean
}

interface ModelIdentity {
  name: string
  version: string
  sha256: string
}

/** One thing that a measurement backs: a code and its values. */
export type Finding =
  | { code: 'heart-rate'; valueBpm: number; range: 'slow' | 'usual' | 'fast' }
  | { code: 'heart-rate-unclear'; beats?: BeatSummary | undefined }
  | { code: 'rhythm'; rrS: number; variationS: number; early: number; late: number; firstS: number | null }
  | ({ code: 'murmur-in-time' } & MurmurInTime)
  | { code: 'windows-agree'; agreeing: number; count: number }
  | { code: 'strongest-span'; startS: number; endS: number; side: 'normal-like' | 'abnormal-like' }
  | { code: 'unusable-windows'; unusable: number; count: number }
  | { code: 'repeated-to-fill'; durationS: number }
  | { code: 'clipped'; fraction: number }
  | { code: 'quiet'; levelDb: number }
  | { code: 'bandwidth'; lowHz: number; highHz: number; lacksTreble: boolean }
  | { code: 'unlike-training'; distance: number; usual: number }
  | FileFinding

/** What reading the file showed, before anything was heard. */
export type FileFinding =
  /** The file ends before its sound does; so much of it was there. */
  | { code: 'cut-short'; durationS: number }
  /** More sound of another kind follows in the same file; so much came before it. */
  | { code: 'part-left-out'; durationS: number }
  /** Samples that were no numbers are silent. */
  | { code: 'muted'; durationS: number }

const FILE_FINDINGS: readonly Finding['code'][] = [
  'cut-short',
  'part-left-out',
  'muted'
] satisfies FileFinding['code'][]

export function isFileFinding(finding: Finding): finding is FileFinding {
  return FILE_FINDINGS.includes(finding.code)
}

/** The steps of an analysis, in order, as a person sees them. */
export const STEPS = ['reading', 'decoding', 'model', 'beat'] as const

export type Step = (typeof STEPS)[number]

export interface Progress {
  step: Step
  /** 0 to 1 within the step. */
  fraction: number
}
