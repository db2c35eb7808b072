import type { Limits } from '../../../contracts/phone-api'
import { RECORDING_LIMITS } from '../../../core/recording-limits'

/** What can be taken in and made sense of, told before anybody records. */
export const PHONE_LIMITS: Limits = {
  maxBytes: RECORDING_LIMITS.mostBytes,
  maxPartBytes: 2 ** 20,
  minDurationS: RECORDING_LIMITS.leastS,
  maxDurationS: RECORDING_LIMITS.mostS,
  minSampleRate: RECORDING_LIMITS.leastRateHz,
  maxSampleRate: RECORDING_LIMITS.mostRateHz
}
