import type { Answer } from '../../core/analysis'
import { answer } from './answer'
import { numbers } from './numbers'

type Shown = Pick<Answer, 'outcome' | 'abnormalProbability' | 'interval' | 'threshold' | 'cannotTell' | 'certainty'>

/** The scale from normal-like to abnormal-like. */
export const gauge = {
  title: 'Where it lies',
  normalEnd: 'normal-like',
  abnormalEnd: 'abnormal-like',
  band: 'cannot tell',
  threshold: 'threshold',
  score: (value: number): string => numbers.chance(value, 2),
  /** What stands on the drawing. */
  labels: ({ abnormalProbability, threshold }: Pick<Answer, 'abnormalProbability' | 'threshold'>) => ({
    normalEnd: gauge.normalEnd,
    abnormalEnd: gauge.abnormalEnd,
    band: gauge.band,
    threshold: `${gauge.threshold} ${gauge.score(threshold)}`,
    score: gauge.score(abnormalProbability)
  }),
  interval: ({ low, high }: Answer['interval']): string =>
    `${gauge.otherParts}: ${gauge.score(low)} to ${gauge.score(high)}`,
  /** The one name of an answer's interval. */
  otherParts: 'other parts of this recording',
  /** The whole picture as text. */
  description: (shown: Shown, isRefused: boolean): string => {
    const { outcome, abnormalProbability, interval, threshold, cannotTell, certainty } = shown
    const scale = `From ${gauge.score(cannotTell.low)} to ${gauge.score(cannotTell.high)} no answer is given; the threshold is ${gauge.score(threshold)}.`
    if (isRefused) {
      return `A scale from 0, normal-like, to 1, abnormal-like, without a score: this recording was refused. ${scale}`
    }
    return `On a scale from 0, normal-like, to 1, abnormal-like, this recording scores ${gauge.score(abnormalProbability)}; ${gauge.otherParts} would score between ${gauge.score(interval.low)} and ${gauge.score(interval.high)}. ${scale} ${answer.certainty({ outcome, certainty })}.`
  }
}

/** The answer of each window, along the recording. */
export const agreement = {
  title: 'Window by window',
  summary: (usable: number, count: number): string =>
    usable === count
      ? `${numbers.integer(count)} ${numbers.plural(count, { one: 'window', other: 'windows' })} of 5 s`
      : `${numbers.integer(usable)} of ${numbers.integer(count)} windows usable`,
  window: (startS: number, endS: number, probability: number): string =>
    `${numbers.decimal(startS, 1)} to ${numbers.decimal(endS, 1)} s: ${gauge.score(probability)}`,
  unusable: (startS: number, endS: number): string =>
    `${numbers.decimal(startS, 1)} to ${numbers.decimal(endS, 1)} s: not usable, left out`,
  hint: 'choose one to hear it'
}

/** The small facts beside the gauge. */
export const facts = {
  heartRate: 'Heart rate',
  heartRateUnclear: 'not clear',
  bpm: (value: number): string => `${numbers.integer(value)}\u00a0bpm`,
  bpmSpoken: (value: number): string => `${numbers.integer(value)} beats a minute`,
  domain: 'Kind of recording',
  length: 'Length'
}
