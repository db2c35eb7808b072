import type { ErrorCode } from '../../core/errors'

/** Failures that come again however often the same file is analysed. */
const OF_THE_FILE: readonly ErrorCode[] = [
  'audio-empty',
  'audio-too-short',
  'audio-too-long',
  'audio-damaged',
  'audio-index-missing',
  'audio-no-track',
  'audio-rate-unsupported',
  'format-unknown',
  'format-unsupported',
  'decode-memory',
  'file-too-large'
]

/** Whether another file is what helps, and not another try. */
export function isOfTheFile(code: ErrorCode): boolean {
  return OF_THE_FILE.includes(code)
}
