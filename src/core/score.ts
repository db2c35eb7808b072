/** Two-sided 95 % of a normal distribution. */
const Z_95 = 1.96

/** Near the smallest step of a double below 1. */
const LEAST = 1e-15

/** Two numbers that make a probability of an uncalibrated logit. */
export interface Scale {
  scale: number
  offset: number
}

/** What the windows of a recording say together. */
export interface Score {
  /** Calibrated, 0 to 1. */
  probability: number
  /** Where it would lie with other parts of the same recording: 95 %, from the spread of its windows. */
  interval: { low: number; high: number }
}

/** The logistic function: log-odds to probability. */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** The inverse of {@link sigmoid}; what has been rounded to 0 or 1 counts as this far from it. */
export function logOddsOf(probability: number): number {
  const p = Math.min(1 - LEAST, Math.max(LEAST, probability))
  return Math.log(p / (1 - p))
}

/** Probability from an uncalibrated logit, by the card's two numbers. */
export function calibrated(logit: number, { scale, offset }: Scale): number {
  return sigmoid(scale * logit + offset)
}

/** @param logits of the windows that count, at least one */
export function scoreOf(logits: readonly number[], scale: Scale): Score {
  const mean = average(logits)
  const margin = Z_95 * standardErrorOf(logits)
  return {
    probability: calibrated(mean, scale),
    interval: { low: calibrated(mean - margin, scale), high: calibrated(mean + margin, scale) }
  }
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
