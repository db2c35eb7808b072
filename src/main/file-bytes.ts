import { createReadStream } from 'node:fs'
import { AppError } from '../core/errors'

/**
 * The bytes of a file that somebody named, as they are read.
 *
 * @throws {AppError} as {@link openingError}
 */
export async function* bytesOfFile(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path)
  } catch (cause) {
    throw openingError(path, cause)
  }
}

/** Why a file cannot be opened: `file-not-found`, `file-name-unreadable`, `file-unreadable`. */
export function openingError(path: string, cause: unknown): AppError {
  const isGone = (cause as NodeJS.ErrnoException).code === 'ENOENT'
  // Names are bytes; where they are not UTF-8 we are given replacement characters, by which nobody finds the file.
  const code = !isGone ? 'file-unreadable' : path.includes('\ufffd') ? 'file-name-unreadable' : 'file-not-found'
  return new AppError(code, `cannot open ${path}`, { cause, values: { path } })
}
