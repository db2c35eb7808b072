import type { Answer, CannotTellReason, Domain, Outcome, Quality } from './analysis'
import { CANNOT_TELL_REASONS } from './analysis'
import type { ModelCard, OperatingPoint, OperatingPointName } from './model-card'
import { similarTo } from './similar'

/** Two-sided 95 % of a normal distribution. */
const Z_95 = 1.96

/** The logistic function: log-odds to probability. */
function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** Probability from an uncalibrated logit, by the card's two numbers. */
export function calibrated(logit: number, { scale, offset }: { scale: number; offset: number }): number {
  return sigmoid(scale * logit + offset)
}

/**
 * The operating point of that name.
 *
 * @throws {RangeError} when the card has none
 */
function operatingPointOf(card: ModelCard, name: OperatingPointName): OperatingPoint {
  const point = card.operatingPoints.find((candidate) => candidate.name === name)
  if (!point) throw new RangeError(`the model card has no operating point ${name}`)
  return point
}

/**
 * One answer for the recording from the logits of its windows.
 *
 * @param logits of the usable windows, or of all where none is usable; at least one
 */
export function answerFrom(
  logits: readonly number[],
  quality: Quality,
  domain: Domain,
  card: ModelCard,
  name: OperatingPointName
): Answer {
  const { threshold, cannotTell } = operatingPointOf(card, name)
  const mean = average(logits)
  const margin = Z_95 * standardErrorOf(logits)
  const abnormalProbability = calibrated(mean, card.calibration)
  const reason = cannotTellReason(abnormalProbability, quality, domain, cannotTell)
  return {
    outcome: reason ? 'cannot-tell' : sideOf(abnormalProbability, cannotTell),
    reason,
    abnormalProbability,
    interval: { low: calibrated(mean - margin, card.calibration), high: calibrated(mean + margin, card.calibration) },
    certainty: certaintyOf(abnormalProbability, cannotTell),
    operatingPoint: name,
    threshold,
    cannotTell,
    similar: similarTo(abnormalProbability, card.reliability.bins),
    baseRate: card.reliability.baseRate
  }
}

/** The side of the cannot-tell band on which a score lies, or `cannot-tell` within it. */
export function sideOf(score: number, { low, high }: Answer['cannotTell']): Outcome {
  if (score < low) return 'normal-like'
  return score > high ? 'abnormal-like' : 'cannot-tell'
}

/** Why a recording was refused, so that its score says nothing; null where it does: a score in the middle is one. */
export function refusalOf({ reason }: Pick<Answer, 'reason'>): CannotTellReason | null {
  return reason === 'between' ? null : reason
}

/**
 * How far a probability lies outside the cannot-tell band: 0 inside it, 1 at the end of the scale, alike on both sides.
 */
export function certaintyOf(probability: number, { low, high }: { low: number; high: number }): number {
  if (probability < low) return (low - probability) / low
  if (probability > high) return (probability - high) / (1 - high)
  return 0
}

function cannotTellReason(
  probability: number,
  quality: Quality,
  domain: Domain,
  band: { low: number; high: number }
): CannotTellReason | null {
  const found: Record<CannotTellReason, boolean> = {
    silent: quality.reasons.includes('silent'),
    clipped: quality.reasons.includes('clipped'),
    'no-heart-sound': quality.reasons.includes('no-heart-sound'),
    'no-beat': quality.reasons.includes('no-beat'),
    'unlike-training': domain.isFar,
    between: sideOf(probability, band) === 'cannot-tell'
  }
  return CANNOT_TELL_REASONS.find((reason) => found[reason]) ?? null
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Of the mean; neighbouring windows share half their sound, so they count as half as many. */
function standardErrorOf(values: readonly number[]): number {
  if (values.length < 2) return 0
  const mean = average(values)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return Math.sqrt(variance / Math.max(1, values.length / 2))
}
