import type { OperatingPointName } from './model-card'

/** What is said about one recording. Numbers only: `src/words` makes the sentences. */
export interface Analysis {
  durationS: number
  answer: Answer
  quality: Quality
  windows: WindowAnalysis[]
  heartRate: HeartRate | null
  domain: Domain
  findings: Finding[]
  model: ModelIdentity
}

export type Outcome = 'normal-like' | 'abnormal-like' | 'cannot-tell'

/** Why no answer is given, the strongest reason first in this list. */
export const CANNOT_TELL_REASONS = [
  'silent',
  'clipped',
  'no-heart-sound',
  'no-beat',
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
  /** Of `count` test recordings with a similar probability, about `abnormal` were labelled abnormal: no whole number. */
  similar: { count: number; abnormal: number }
  /** Share of abnormal recordings among all those that `similar` was counted in. */
  baseRate: number
}

export type QualityReason = 'silent' | 'clipped' | 'no-heart-sound' | 'no-beat' | 'few-usable-windows' | 'short'

export interface Quality {
  usable: boolean
  /** 0 to 1: mean probability over the windows that each is usable heart sound. */
  score: number
  /** Everything that was found wrong, fatal or not. */
  reasons: QualityReason[]
  /** Root mean square of the whole recording, offset taken out, dB re full scale. */
  levelDb: number
  /** Share of the source's samples that lie in flat runs at its extremes. */
  clippedFraction: number
  /** Height of the envelope autocorrelation's peak at the beat, 0 to 1. */
  periodicity: number
}

export interface WindowAnalysis {
  startS: number
  abnormalProbability: number
  /** Probability that the window is usable heart sound. */
  quality: number
  isUsable: boolean
}

export interface HeartRate {
  valueBpm: number
  /** 0 to 1. */
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
  | { code: 'heart-rate-unclear'; periodicity: number }
  | { code: 'windows-agree'; agreeing: number; count: number }
  | { code: 'strongest-span'; startS: number; endS: number; side: 'normal-like' | 'abnormal-like' }
  | { code: 'unusable-windows'; unusable: number; count: number }
  | { code: 'repeated-to-fill'; durationS: number }
  | { code: 'clipped'; fraction: number }
  | { code: 'quiet'; levelDb: number }
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
export const STEPS = ['reading', 'decoding', 'listening', 'model', 'beat'] as const

export type Step = (typeof STEPS)[number]

export interface Progress {
  step: Step
  /** 0 to 1 within the step. */
  fraction: number
}
