import type { OperatingPoint } from '../../core/model-card'

/** What so many recordings would come to, in whole recordings; the four add up to `total`. */
export interface ExpectedCounts {
  total: number
  abnormal: number
  /** Labelled abnormal and called so, and missed. */
  found: number
  missed: number
  /** Labelled normal but called abnormal-like, and called normal-like. */
  falseAlarms: number
  quiet: number
}

/** So many that a few in a hundred are still whole recordings. */
const TOTAL = 1000

/**
 * Sensitivity and specificity as counts of recordings, "cannot tell" switched off.
 *
 * @param baseRate share of the recordings that are labelled abnormal, 0 to 1
 */
export function expectedCounts(
  { sensitivity, specificity }: Pick<OperatingPoint, 'sensitivity' | 'specificity'>,
  baseRate: number
): ExpectedCounts {
  const abnormal = Math.round(TOTAL * baseRate)
  const found = Math.round(abnormal * sensitivity.value)
  const quiet = Math.round((TOTAL - abnormal) * specificity.value)
  return { total: TOTAL, abnormal, found, missed: abnormal - found, falseAlarms: TOTAL - abnormal - quiet, quiet }
}
