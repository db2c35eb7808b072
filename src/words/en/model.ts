import type { Estimate, OperatingPointName } from '../../core/model-card'
import { numbers } from './numbers'

const POINTS: Record<OperatingPointName, { title: string; purpose: string }> = {
  'miss-few': {
    title: 'Miss few',
    purpose: 'Calls more recordings abnormal-like, so that few labelled abnormal are missed. More false alarms.'
  },
  balanced: { title: 'Balanced', purpose: 'Weighs missed recordings and false alarms alike.' },
  'alarm-few': {
    title: 'Few false alarms',
    purpose: 'Calls fewer recordings abnormal-like. More of those labelled abnormal are missed.'
  }
}

/** A share counted per 100; what falls short of none or all is not rounded to it. */
function per100(share: number): number {
  const rounded = Math.round(share * 100)
  return share > 0 && share < 1 ? Math.max(1, Math.min(99, rounded)) : rounded
}

export const model = {
  label: 'Network',
  missing: 'No network is loaded: recordings can be kept and heard, but not analysed.',
  operatingPoint: (name: OperatingPointName): { title: string; purpose: string } => POINTS[name],
  sensitivity: 'Sensitivity',
  specificity: 'Specificity',
  sensitivityMeaning: 'of 100 recordings labelled abnormal, this many are called abnormal-like',
  specificityMeaning: 'of 100 recordings labelled normal, this many are called normal-like',
  answered: 'Answered',
  answeredMeaning: 'of 100 recordings, this many get an answer at all',
  /** `84 of 100 (78 to 89)`: a value and its 95 % interval. */
  estimate: ({ value, low, high }: Estimate): string => `${per100(value)} of 100 (${per100(low)} to ${per100(high)})`,
  intervalNote: 'The range in brackets is the 95 % interval.',
  /** `about` is the card's own wording. */
  measuredOn: (about: string): string => `Measured on: ${about}`,
  inDomain: 'like the training recordings',
  outOfDomain: 'unlike the training recordings',
  distance: (distance: number): string => numbers.decimal(distance, 2)
}
