import { stat } from 'node:fs/promises'
import { joined } from '../core/decode/bytes'
import { AppError } from '../core/errors'
import { RECORDING_LIMITS } from '../core/recording-limits'
import type { AnalysisRequest } from '../main/analysis/messages'
import { bytesOfFile } from '../main/file-bytes'

/** Where each process sees other files, a redirected one among them. */
const IS_OWN = /^\/(dev|proc)\//

/**
 * A file by its path; what is piped (`/dev/stdin`, `<(program)`) by its bytes, for only this process can read it.
 *
 * @throws {AppError} `file-too-large` as soon as a pipe has given more than a recording may have, `file-unreadable`
 */
export async function inputOf(path: string): Promise<AnalysisRequest['input']> {
  const isPipe = await stat(path).then(
    (entry) => !entry.isFile(),
    () => false
  )
  if (!isPipe && !IS_OWN.test(path)) return { path }
  const parts: Uint8Array[] = []
  let bytes = 0
  const maxBytes = RECORDING_LIMITS.mostBytes
  for await (const part of bytesOfFile(path)) {
    parts.push(part)
    bytes += part.length
    if (bytes > maxBytes) throw new AppError('file-too-large', `more than ${maxBytes} bytes`, { values: { maxBytes } })
  }
  return { bytes: joined(parts) }
}
