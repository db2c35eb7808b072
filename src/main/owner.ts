import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { AppError } from '../core/errors'
import { onDisk, toStorageError } from './storage-error'

/** Takes every right from everybody else: SQLite asks for the usual ones. Windows, which knows no such rights, ignores it. */
const PRIVATE = 0o077

/** Whoever is just ending gets so long to let go. */
const PATIENCE_MS = 2000
/** @source sqlite.org/rescode.html */
const BUSY = 5

/**
 * Makes this process the one owner of a data folder, until it lets go or ends, however it ends.
 *
 * SQLite holds the lock, by the means of each operating system; nothing is ever written to its file. Whatever this
 * process makes from now on is for this user alone; what was there keeps the rights that somebody gave it.
 *
 * @returns lets go
 * @throws {AppError} `library-in-use` where another process owns it, `disk-full`, `storage-unwritable`
 */
export async function ownFolder(data: string): Promise<() => void> {
  process.umask(PRIVATE)
  await onDisk(() => mkdir(data, { recursive: true, mode: 0o700 }))
  const path = join(data, 'owner.lock')
  let lock: InstanceType<typeof DatabaseSync> | null = null
  try {
    lock = new DatabaseSync(path)
    lock.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}; BEGIN EXCLUSIVE`)
  } catch (thrown) {
    lock?.close()
    if (isBusy(thrown)) throw new AppError('library-in-use', `${data} has another owner`, { cause: thrown })
    throw toStorageError(thrown)
  }
  const held = lock
  return () => held.close()
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'sqliteExtendedCode' in thrown && Number(thrown.sqliteExtendedCode) % 256 === BUSY
}
