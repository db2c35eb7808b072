import { INTAKE_PATH } from '../../contracts/media'
import type { Recording } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { RECORDING_LIMITS } from '../../core/recording-limits'
import { OUR_HEADERS, readReply, unwrap } from './http'

/**
 * Hands the bytes of a file to the host. The answer comes when they are stored; the analysis goes on from there.
 *
 * Over `XMLHttpRequest`, since `fetch` cannot say how far an upload is.
 *
 * @param onProgress 0 to 1
 * @throws {AppError} `cancelled` where `signal` was used
 */
export async function takeIn(
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal
): Promise<Recording> {
  const { mostBytes } = RECORDING_LIMITS
  if (file.size > mostBytes) {
    // Refused here already: nobody waits for all of it to be sent first.
    throw new AppError('file-too-large', `${file.size} bytes`, { values: { bytes: file.size, maxBytes: mostBytes } })
  }
  const { status, body } = await put(file, onProgress, signal)
  return unwrap(readReply<Recording>(status, body))
}

function put(
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `${INTAKE_PATH}?name=${encodeURIComponent(file.name)}`)
    for (const [name, value] of Object.entries(OUR_HEADERS)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve({ status: request.status, body: request.responseText })
    request.onerror = () => reject(new AppError('host-unreachable', 'the upload broke off'))
    request.onabort = () => reject(new AppError('cancelled', 'the upload was stopped'))
    signal.addEventListener('abort', () => request.abort())
    if (signal.aborted) return reject(new AppError('cancelled', 'stopped before it began'))
    request.send(file)
  })
}
