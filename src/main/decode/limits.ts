import { type DecodeLimits, SOUND_LIMITS } from '../../core/decode/limits'
import { RECORDING_LIMITS } from '../../core/recording-limits'

export const DEFAULT_LIMITS: DecodeLimits = { maxFileBytes: RECORDING_LIMITS.mostBytes, ...SOUND_LIMITS }
