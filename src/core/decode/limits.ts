import { AppError } from '../errors'
import { RECORDING_LIMITS } from '../recording-limits'

/** What sound may be at most; counted while decoding, for headers lie. */
export interface SoundLimits {
  maxDurationS: number
  maxChannels: number
}

export interface DecodeLimits extends SoundLimits {
  maxFileBytes: number
}

/** Of sound that anybody can send or choose. */
export const SOUND_LIMITS: SoundLimits = {
  maxDurationS: RECORDING_LIMITS.mostS,
  maxChannels: RECORDING_LIMITS.mostChannels
}

/** @throws {AppError} `file-too-large` */
export function assertFileSize(bytes: number, { maxFileBytes }: DecodeLimits): void {
  if (bytes <= maxFileBytes) return
  throw new AppError('file-too-large', `${bytes} bytes`, { values: { bytes, maxBytes: maxFileBytes } })
}

/** @throws {AppError} `audio-too-long` */
export function assertDuration(durationS: number, { maxDurationS }: SoundLimits): void {
  if (durationS <= maxDurationS) return
  throw new AppError('audio-too-long', `more than ${maxDurationS} s of sound`, { values: { maximumS: maxDurationS } })
}
