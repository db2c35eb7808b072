import { MAX_FILE_BYTES } from '../../contracts/media'
import { AppError } from '../../core/errors'

/** What a recording may be at most; counted while decoding, for headers lie. */
export interface DecodeLimits {
  maxFileBytes: number
  maxDurationS: number
  maxChannels: number
}

export const DEFAULT_LIMITS: DecodeLimits = {
  maxFileBytes: MAX_FILE_BYTES,
  maxDurationS: 600,
  maxChannels: 8
}

/** @throws {AppError} `file-too-large` */
export function assertFileSize(bytes: number, { maxFileBytes }: DecodeLimits): void {
  if (bytes <= maxFileBytes) return
  throw new AppError('file-too-large', `${bytes} bytes`, { values: { bytes, maxBytes: maxFileBytes } })
}

/** @throws {AppError} `audio-too-long` */
export function assertDuration(durationS: number, { maxDurationS }: DecodeLimits): void {
  if (durationS <= maxDurationS) return
  throw new AppError('audio-too-long', `more than ${maxDurationS} s of sound`, { values: { maximumS: maxDurationS } })
}
