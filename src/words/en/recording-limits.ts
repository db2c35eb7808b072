import { RECORDING_LIMITS } from '../../core/recording-limits'
import { numbers } from './numbers'

const { leastS, mostS, mostBytes } = RECORDING_LIMITS

/** What can be taken in, wherever it is said. */
export const recordingLimits = {
  formats: 'WAV, FLAC, MP3, M4A, Ogg and WebM',
  /** `2 seconds to 10 minutes, up to 64 MB` */
  length: `${numbers.integer(leastS)} seconds to ${numbers.integer(mostS / 60)} minutes, up to ${numbers.bytes(mostBytes)}`
}
