import { DatabaseSync } from '@photostructure/sqlite'
import type { Recording, RecordingId, RecordingState } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { inDatabase, toStorageError } from '../storage-error'

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
  const prepare = preparing(database)
  const select = prepare('SELECT * FROM recordings WHERE id = ?')
  const byHash = prepare('SELECT * FROM recordings WHERE sha256 = ? ORDER BY added_at LIMIT 1')
  const present = prepare('SELECT * FROM recordings WHERE deleted_at IS NULL ORDER BY added_at DESC, rowid DESC')
  const insert = prepare(
    'INSERT INTO recordings (id, name, source, sha256, bytes, added_at, state) VALUES (?, ?, ?, ?, ?, ?, ?)'
  )
  const setState = prepare('UPDATE recordings SET state = ? WHERE id = ?')
  const setName = prepare('UPDATE recordings SET name = ? WHERE id = ?')
  const setDeleted = prepare('UPDATE recordings SET deleted_at = ? WHERE id = ?')
  const deletedBefore = prepare('SELECT id FROM recordings WHERE deleted_at < ?')
  const erase = prepare('DELETE FROM recordings WHERE id = ?')
  return {
    insert: ({ id, name, source, sha256, bytes, addedAt, state }) =>
      insert.run(id, name, JSON.stringify(source), sha256, bytes, addedAt, JSON.stringify(state)),
    get: (id) => toRecording(select.get(id)),
    findByHash: (sha256) => toRecording(byHash.get(sha256)),
    list: () => present.all().flatMap((row) => toRecording(row) ?? []),
    setState: (id, state) => setState.run(JSON.stringify(state), id),
    setName: (id, name) => setName.run(name, id),
    setDeleted: (id, deletedAt) => setDeleted.run(deletedAt, id),
    deletedBefore: (deletedAt) => deletedBefore.all(deletedAt).map(({ id }) => id as RecordingId),
    erase: (id) => erase.run(id),
    close: () => database.close()
  }
}

type Value = string | number | null

/** Prepares statements whose refusals come by their names. */
function preparing(database: Database) {
  return (sql: string) => {
    const statement = database.prepare(sql)
    return {
      run: (...values: Value[]) => void inDatabase(() => statement.run(...values)),
      get: (...values: Value[]) => inDatabase(() => statement.get(...values)) as Row | undefined,
      all: (...values: Value[]) => inDatabase(() => statement.all(...values)) as Row[]
    }
  }
}

function openDatabase(path: string): Database {
  let database: Database | null = null
  try {
    database = new DatabaseSync(path)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
    const { quick_check: verdict } = database.prepare('PRAGMA quick_check').get() as { quick_check: string }
    if (verdict !== 'ok') throw new AppError('library-damaged', verdict, { values: { path } })
    migrate(database)
    return database
  } catch (thrown) {
    // Windows moves no file that is open, and a damaged one is to be put aside.
    database?.close()
    throw toStorageError(thrown, { path })
  }
}

function migrate(database: Database): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > MIGRATIONS.length) throw new AppError('library-newer', `schema ${version} of a newer program`)
  for (let next = version; next < MIGRATIONS.length; next++) {
    database.exec(`BEGIN; ${MIGRATIONS[next]}; PRAGMA user_version = ${next + 1}; COMMIT`)
  }
}

function toRecording(found: Row | undefined): Recording | null {
  if (!found) return null
  const { id, name, source, sha256, bytes, added_at, state } = found
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
