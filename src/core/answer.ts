import type { Answer, CannotTellReason, MurmurAnswer, MurmurOutcome, Outcome, Quality } from './analysis'
import { CANNOT_TELL_REASONS } from './analysis'
import type { ModelCard, MurmurRule, OperatingPoint, OperatingPointName } from './model-card'
import { type Score, scoreOf } from './score'
import { similarMurmursTo, similarTo } from './similar'

/** Uncalibrated, of the windows that count: the usable ones, or all where none is usable. */
export interface Logits {
  abnormal: readonly number[]
  murmur: readonly number[]
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

/** One answer for the recording, to both questions, from its windows; at least one. */
export function answerFrom(logits: Logits, quality: Quality, card: ModelCard, name: OperatingPointName): Answer {
  const answer = abnormalFrom(scoreOf(logits.abnormal, card.calibration), quality, card, name)
  return { ...answer, murmur: murmurFrom(logits.murmur, refusalOf(answer) !== null, card.murmur) }
}

/** The answer to the first question alone. */
export function abnormalFrom(
  { probability, interval }: Score,
  quality: Quality,
  card: ModelCard,
  name: OperatingPointName
): Answer {
  const { threshold, cannotTell } = operatingPointOf(card, name)
  const reason = cannotTellReason(probability, quality, cannotTell)
  return {
    outcome: reason ? 'cannot-tell' : sideOf(probability, cannotTell),
    reason,
    abnormalProbability: probability,
    interval,
    certainty: certaintyOf(probability, cannotTell),
    operatingPoint: name,
    threshold,
    cannotTell,
    similar: similarTo(probability, card.reliability.bins),
    baseRate: card.reliability.baseRate
  }
}

/** A recording that is refused gets no answer to either question. */
function murmurFrom(
  logits: readonly number[],
  isRefused: boolean,
  { calibration, threshold, cannotTell, reliability }: MurmurRule
): MurmurAnswer {
  const { probability, interval } = scoreOf(logits, calibration)
  return {
    outcome: isRefused ? 'cannot-tell' : murmurSideOf(probability, cannotTell),
    probability,
    interval,
    threshold,
    cannotTell,
    similar: similarMurmursTo(probability, reliability.bins),
    baseRate: reliability.baseRate
  }
}

/** The side of the cannot-tell band on which a score lies, or `cannot-tell` within it. */
export function sideOf(score: number, { low, high }: Answer['cannotTell']): Outcome {
  if (score < low) return 'normal-like'
  return score > high ? 'abnormal-like' : 'cannot-tell'
}

function murmurSideOf(score: number, { low, high }: MurmurAnswer['cannotTell']): MurmurOutcome {
  if (score < low) return 'no-murmur'
  return score > high ? 'murmur' : 'cannot-tell'
}

/** Why a recording was refused, so that its scores say nothing; null where they do: a score in the middle is one. */
export function refusalOf({ reason }: Pick<Answer, 'reason'>): CannotTellReason | null {
  return reason === 'between' ? null : reason
}

/** The answer about murmurs; null where the recording was refused, or an earlier version answered. */
export function murmurOf({ murmur, reason }: Pick<Answer, 'murmur' | 'reason'>): MurmurAnswer | null {
  return murmur && refusalOf({ reason }) === null ? murmur : null
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
  { reasons }: Quality,
  band: { low: number; high: number }
): CannotTellReason | null {
  const found: readonly string[] = sideOf(probability, band) === 'cannot-tell' ? [...reasons, 'between'] : reasons
  return CANNOT_TELL_REASONS.find((reason) => found.includes(reason)) ?? null
}
