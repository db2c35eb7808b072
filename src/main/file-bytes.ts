import { createReadStream } from 'node:fs'
import { AppError } from '../core/errors'

/**
 * The bytes of a file that somebody named, as they are read.
 *
 * @throws {AppError} `file-not-found`, `file-unreadable`
 */
export async function* bytesOfFile(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'file-not-found' : 'file-unreadable'
    throw new AppError(code, `cannot read ${path}`, { cause, values: { path } })
  }
}
