import { MAX_FILE_BYTES } from '../../contracts/media'
import { type DecodeLimits, SOUND_LIMITS } from '../../core/decode/limits'

export const DEFAULT_LIMITS: DecodeLimits = { maxFileBytes: MAX_FILE_BYTES, ...SOUND_LIMITS }
