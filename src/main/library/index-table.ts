import { DatabaseSync } from '@photostructure/sqlite'
import type { Recording, RecordingId, RecordingState } from '../../contracts/recording'
import { AppError } from '../../core/errors'

/** One row a recording: what can be said without opening a file. */
export interface IndexTable {
  insert(recording: Recording): void
  get(id: RecordingId): Recording | null
  /** The recording with these bytes, deleted or not. */
  findByHash(sha256: string): Recording | null
  /** Not deleted, newest first. */
  list(): Recording[]
  setState(id: RecordingId, state: RecordingState): void
  setName(id: RecordingId, name: string): void
  /** @param deletedAt ISO 8601, or null to bring it back */
  setDeleted(id: RecordingId, deletedAt: string | null): void
  deletedBefore(deletedAt: string): RecordingId[]
  /** For good. */
  erase(id: RecordingId): void
  close(): void
}

/** Each brings the schema from its position to the next; never changed once released. */
const MIGRATIONS = [
  `CREATE TABLE recordings (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     source TEXT NOT NULL,
     sha256 TEXT NOT NULL,
     bytes INTEGER NOT NULL,
     added_at TEXT NOT NULL,
     state TEXT NOT NULL,
     deleted_at TEXT
   ) STRICT;
   CREATE INDEX by_hash ON recordings (sha256);
   CREATE INDEX by_time ON recordings (added_at DESC) WHERE deleted_at IS NULL;`
]

type Database = InstanceType<typeof DatabaseSync>

interface Row {
  id: string
  name: string
  source: string
  sha256: string
  bytes: number
  added_at: string
  state: string
}

/**
 * Opens the index, and makes or brings it up to date.
 *
 * Write-ahead log and full synchronisation: a commit that was acknowledged survives a power cut.
 *
 * @throws {AppError} `library-damaged` when the file is no sound database, `library-newer` when a newer program made it,
 * `disk-full`, `storage-unwritable`
 */
export function openIndex(path: string): IndexTable {
  const database = openDatabase(path)
  const select = database.prepare('SELECT * FROM recordings WHERE id = ?')
  const byHash = database.prepare('SELECT * FROM recordings WHERE sha256 = ? ORDER BY added_at LIMIT 1')
  const present = database.prepare(
    'SELECT * FROM recordings WHERE deleted_at IS NULL ORDER BY added_at DESC, rowid DESC'
  )
  const insert = database.prepare(
    'INSERT INTO recordings (id, name, source, sha256, bytes, added_at, state) VALUES (?, ?, ?, ?, ?, ?, ?)'
  )
  const setState = database.prepare('UPDATE recordings SET state = ? WHERE id = ?')
  const setName = database.prepare('UPDATE recordings SET name = ? WHERE id = ?')
  const setDeleted = database.prepare('UPDATE recordings SET deleted_at = ? WHERE id = ?')
  const deletedBefore = database.prepare('SELECT id FROM recordings WHERE deleted_at < ?')
  const erase = database.prepare('DELETE FROM recordings WHERE id = ?')
  return {
    insert: ({ id, name, source, sha256, bytes, addedAt, state }) =>
      void insert.run(id, name, JSON.stringify(source), sha256, bytes, addedAt, JSON.stringify(state)),
    get: (id) => toRecording(select.get(id)),
    findByHash: (sha256) => toRecording(byHash.get(sha256)),
    list: () => present.all().flatMap((row: unknown) => toRecording(row) ?? []),
    setState: (id, state) => void setState.run(JSON.stringify(state), id),
    setName: (id, name) => void setName.run(name, id),
    setDeleted: (id, deletedAt) => void setDeleted.run(deletedAt, id),
    deletedBefore: (deletedAt) => deletedBefore.all(deletedAt).map((row: unknown) => (row as Row).id as RecordingId),
    erase: (id) => void erase.run(id),
    close: () => database.close()
  }
}

function openDatabase(path: string): Database {
  try {
    const database = new DatabaseSync(path)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
    const { quick_check: verdict } = database.prepare('PRAGMA quick_check').get() as { quick_check: string }
    if (verdict !== 'ok') throw new Error(verdict)
    migrate(database)
    return database
  } catch (cause) {
    throw openingError(cause as Error, path)
  }
}

/** No room for a page, or for the shared memory of the log. @source sqlite.org/rescode.html, also of the codes below */
const FULL_CODES = [13, 4874]
/** No permission, read-only, cannot be read or written, cannot be opened: the place's fault, not the index's. */
const PLACE_CODES = [3, 8, 10, 14]

/** Why an index cannot be opened: only one that is damaged may be put aside for a new one. */
export function openingError(cause: Error & { sqliteExtendedCode?: number }, path: string): AppError {
  if (cause instanceof AppError) return cause
  const message = `cannot open ${path}: ${cause.message}`
  const code = cause.sqliteExtendedCode ?? 0
  if (FULL_CODES.includes(code)) return new AppError('disk-full', message, { cause })
  // The low byte is the primary result code, the rest says more exactly what happened.
  if (PLACE_CODES.includes(code % 256)) return new AppError('storage-unwritable', message, { cause })
  return new AppError('library-damaged', message, { cause, values: { path } })
}

function migrate(database: Database): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > MIGRATIONS.length) throw new AppError('library-newer', `schema ${version} of a newer program`)
  for (let next = version; next < MIGRATIONS.length; next++) {
    database.exec(`BEGIN; ${MIGRATIONS[next]}; PRAGMA user_version = ${next + 1}; COMMIT`)
  }
}

function toRecording(found: unknown): Recording | null {
  if (!found) return null
  const { id, name, source, sha256, bytes, added_at, state } = found as Row
  return {
    id: id as RecordingId,
    name,
    source: JSON.parse(source),
    sha256,
    bytes,
    addedAt: added_at,
    state: JSON.parse(state)
  }
}
