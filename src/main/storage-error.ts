import { AppError, type ErrorCode } from '../core/errors'

/** No room, by the name of the operating system. A file above the user's limit is the same to a person: it does not fit. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG']

/**
 * SQLite's primary result codes: the low byte of what it gives.
 *
 * @source sqlite.org/rescode.html, as for the extended one
 */
const FULL = 13
/** Its bytes are damaged, or it is no database. */
const DAMAGED = [11, 26]
/** No room for the shared memory of the log. */
const NO_ROOM_FOR_LOG = 4874

/**
 * What the disk or SQLite refused, by the name that people's sentences go by.
 *
 * Only for our own folder: there any refusal of the file system is about room or about the folder.
 *
 * @returns what was thrown where it is neither: an error of ours, or a fault of the program
 */
export function toStorageError(thrown: unknown, values: AppError['values'] = {}): unknown {
  const code = thrown instanceof AppError ? null : codeOf(thrown)
  return code === null ? thrown : new AppError(code, (thrown as Error).message, { cause: thrown, values })
}

/** Does what needs our own folder; its refusals come by their names. */
export async function onDisk<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (thrown) {
    throw toStorageError(thrown)
  }
}

/** As {@link onDisk}, for what answers at once. */
export function inDatabase<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (thrown) {
    throw toStorageError(thrown)
  }
}

function codeOf(thrown: unknown): ErrorCode | null {
  if (!(thrown instanceof Error)) return null
  const { code, syscall, sqliteExtendedCode } = thrown as Error & Partial<Record<string, unknown>>
  if (typeof sqliteExtendedCode === 'number') return codeOfDatabase(sqliteExtendedCode)
  // Only what the operating system refused names its call; an argument of ours that is wrong does not.
  if (typeof syscall !== 'string' || typeof code !== 'string') return null
  return NO_ROOM.includes(code) ? 'disk-full' : 'storage-unwritable'
}

function codeOfDatabase(extended: number): ErrorCode {
  const primary = extended % 256
  if (primary === FULL || extended === NO_ROOM_FOR_LOG) return 'disk-full'
  return DAMAGED.includes(primary) ? 'library-damaged' : 'storage-unwritable'
}
