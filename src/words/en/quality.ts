import type { QualityReason } from '../../core/analysis'
import type { Bandwidth } from '../../core/bandwidth'
import { numbers } from './numbers'

/** What was wrong with the sound; what to do about it stands with the finding or the answer. */
const FAULTS: Record<QualityReason, string> = {
  silent: 'almost silent',
  clipped: 'overdriven',
  'no-heart-sound': 'no heart sound',
  'no-beat': 'no clear beat',
  'treble-missing': 'no treble',
  'few-usable-windows': 'some windows left out',
  short: 'short'
}

export const quality = {
  label: 'Quality',
  good: 'good',
  usable: 'usable, with faults',
  unusable: 'not usable',
  /** From where to where there is sound. */
  heard: ({ lowHz, highHz }: Bandwidth): string =>
    `${numbers.hertz(Math.round(lowHz))} to ${numbers.hertz(Math.round(highHz))}`,
  fault: (reason: QualityReason): string => FAULTS[reason]
}
