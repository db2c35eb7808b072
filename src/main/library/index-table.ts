import { rmSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Recording, RecordingId, RecordingState } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { inDatabase, toStorageError } from '../storage-error'
import { createIdle } from './idle'
import type { Said } from './said'

/** One row a recording: what can be said without opening a file. */
export interface IndexTable {
  /**
   * Takes up what a folder says; a recording that is new waits to be analysed, one that is known keeps its state.
   *
   * @param saidAt as `LibraryFiles.saidAt` gives it: tells at the next start whether the folder says more
   */
  put(said: Said, saidAt: number): void
  get(id: RecordingId): Recording | null
  said(id: RecordingId): Said | null
  /** The recording with these bytes, deleted or not. */
  findByHash(sha256: string): Recording | null
  /** Not deleted, newest first. */
  list(): Recording[]
  setState(id: RecordingId, state: RecordingState): void
  /** Of every row, what was given to {@link put}; 0 where an earlier version wrote it, and knew more than the folder. */
  saidAts(): Map<RecordingId, number>
  deletedBefore(deletedAt: string): Pick<Recording, 'id' | 'sha256'>[]
  /** For good. */
  erase(id: RecordingId): void
  /** Puts what has been written into the one file that a check and a copy see. */
  settle(): void
  /** A whole copy, in a file that is not there yet. */
  copyTo(path: string): void
  /** Settles, and closes. */
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
   CREATE INDEX by_time ON recordings (added_at DESC) WHERE deleted_at IS NULL;`,
  `ALTER TABLE recordings ADD COLUMN said_at REAL NOT NULL DEFAULT 0;
   ALTER TABLE recordings ADD COLUMN is_recovered INTEGER NOT NULL DEFAULT 0;`
]

const WAITING = JSON.stringify({ status: 'waiting' } satisfies RecordingState)
/** The log is settled when nothing has been written for so long. */
const IDLE_MS = 1000

type Database = InstanceType<typeof DatabaseSync>

interface Row {
  id: string
  name: string
  source: string
  sha256: string
  bytes: number
  added_at: string
  state: string
  deleted_at: string | null
  said_at: number
  is_recovered: number
}

/**
 * Opens the index, and makes or brings it up to date.
 *
 * Write-ahead log and full synchronisation: a commit that was acknowledged survives a power cut. The log is settled
 * into the file whenever it is quiet, for of the log nobody checks the bytes. What is erased is overwritten.
 *
 * @throws {AppError} `library-damaged` when the file is no sound database, `library-newer` when a newer program made it,
 * `disk-full`, `storage-unwritable`
 */
export function openIndex(path: string): IndexTable {
  const database = openDatabase(path)
  try {
    return tableIn(database)
  } catch (thrown) {
    database.close()
    throw thrown
  }
}

function tableIn(database: Database): IndexTable {
  const prepare = preparing(database)
  const select = prepare('SELECT * FROM recordings WHERE id = ?')
  const byHash = prepare('SELECT * FROM recordings WHERE sha256 = ? ORDER BY added_at LIMIT 1')
  const present = prepare('SELECT * FROM recordings WHERE deleted_at IS NULL ORDER BY added_at DESC, rowid DESC')
  const put = prepare(
    `INSERT INTO recordings (id, name, source, sha256, bytes, added_at, state, deleted_at, said_at, is_recovered)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, source = excluded.source, sha256 = excluded.sha256,
       bytes = excluded.bytes, added_at = excluded.added_at, deleted_at = excluded.deleted_at,
       said_at = excluded.said_at, is_recovered = excluded.is_recovered`
  )
  const setState = prepare('UPDATE recordings SET state = ? WHERE id = ?')
  const saidAts = prepare('SELECT id, said_at FROM recordings')
  const deletedBefore = prepare('SELECT id, sha256 FROM recordings WHERE deleted_at < ?')
  const erase = prepare('DELETE FROM recordings WHERE id = ?')
  const copyTo = prepare('VACUUM INTO ?')
  const settle = () => inDatabase(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  const settleIfPossible = () => {
    try {
      settle()
    } catch (thrown) {
      // A log that cannot be settled now is settled after the next change, or at the next start.
      if (!(thrown instanceof AppError)) throw thrown
    }
  }
  const idle = createIdle(settleIfPossible, IDLE_MS)
  const change = (...[statement, ...values]: [Statement, ...Value[]]) => {
    statement.run(...values)
    idle.wait()
  }
  return {
    put: ({ id, name, source, sha256, bytes, addedAt, deletedAt, isRecovered }, saidAt) =>
      change(
        put,
        ...[id, name, JSON.stringify(source), sha256, bytes, addedAt, WAITING],
        ...[deletedAt, saidAt, isRecovered ? 1 : 0]
      ),
    get: (id) => toRecording(select.get(id)),
    said: (id) => toSaid(select.get(id)),
    findByHash: (sha256) => toRecording(byHash.get(sha256)),
    list: () => present.all().flatMap((row) => toRecording(row) ?? []),
    setState: (id, state) => change(setState, JSON.stringify(state), id),
    saidAts: () => new Map(saidAts.all().map(({ id, said_at }) => [id as RecordingId, said_at])),
    deletedBefore: (deletedAt) =>
      deletedBefore.all(deletedAt).map(({ id, sha256 }) => ({ id: id as RecordingId, sha256 })),
    erase: (id) => change(erase, id),
    settle,
    copyTo: (path) => copyTo.run(path),
    close() {
      idle.stop()
      settleIfPossible()
      database.close()
    }
  }
}

/** What a check of an index finds. */
export interface IndexFindings {
  /** What is wrong with its bytes; null where every page and row is as SQLite left it. */
  problem: string | null
  saidAts: ReadonlyMap<RecordingId, number>
  /** Recordings of which only the sound was left. */
  recovered: number
}

/**
 * Reads an index, whoever has it open, and changes nothing.
 *
 * @throws {AppError} `library-damaged` where it is no database, `storage-unwritable` where it is not there
 */
export function checkIndex(path: string): IndexFindings {
  return inDatabase(() => {
    const database = new DatabaseSync(path, { readOnly: true })
    try {
      const { integrity_check: verdict } = database.prepare('PRAGMA integrity_check(1)').get() as {
        integrity_check: string
      }
      const rows = database.prepare('SELECT * FROM recordings').all() as Row[]
      return {
        problem: verdict === 'ok' ? null : verdict,
        saidAts: new Map(rows.map(({ id, said_at = 0 }) => [id as RecordingId, said_at])),
        recovered: rows.filter(({ is_recovered }) => is_recovered === 1).length
      }
    } finally {
      database.close()
    }
  })
}

type Value = string | number | null

interface Statement {
  run(...values: Value[]): void
  get(...values: Value[]): Row | undefined
  all(...values: Value[]): Row[]
}

/** Prepares statements whose refusals come by their names. */
function preparing(database: Database): (sql: string) => Statement {
  return (sql) => {
    const statement = inDatabase(() => database.prepare(sql))
    return {
      run: (...values) => void inDatabase(() => statement.run(...values)),
      get: (...values) => inDatabase(() => statement.get(...values)) as Row | undefined,
      all: (...values) => inDatabase(() => statement.all(...values)) as Row[]
    }
  }
}

function openDatabase(path: string): Database {
  let database: Database | null = null
  try {
    database = new DatabaseSync(path)
    // A commit does not wait for the disk: every phone would wait with it. What a power cut takes, the folders still know.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000')
    database.exec('PRAGMA secure_delete = ON')
    const { quick_check: verdict } = database.prepare('PRAGMA quick_check').get() as { quick_check: string }
    if (verdict !== 'ok') throw new AppError('library-damaged', verdict, { values: { path } })
    migrate(database, path)
    return database
  } catch (thrown) {
    // Windows moves no file that is open, and a damaged one is to be put aside.
    database?.close()
    throw toStorageError(thrown, { path })
  }
}

/** Brings an older index up to date; it is copied first, beside itself. */
function migrate(database: Database, path: string): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > MIGRATIONS.length) throw new AppError('library-newer', `schema ${version} of a newer program`)
  if (version > 0 && version < MIGRATIONS.length) {
    rmSync(olderCopyOf(path, version), { force: true })
    database.prepare('VACUUM INTO ?').run(olderCopyOf(path, version))
  }
  for (let next = version; next < MIGRATIONS.length; next++) {
    database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[next]}; PRAGMA user_version = ${next + 1}; COMMIT`)
  }
}

/** Where an index of an earlier schema is copied to before it is brought up to date. */
export function olderCopyOf(path: string, version: number): string {
  return `${path}.version-${version}`
}

function toRecording(found: Row | undefined): Recording | null {
  if (!found) return null
  const { deletedAt, isRecovered, ...recording } = saidIn(found)
  return { ...recording, state: JSON.parse(found.state) }
}

function toSaid(found: Row | undefined): Said | null {
  return found ? saidIn(found) : null
}

function saidIn({ id, name, source, sha256, bytes, added_at, deleted_at, is_recovered }: Row): Said {
  return {
    id: id as RecordingId,
    name,
    source: JSON.parse(source),
    sha256,
    bytes,
    addedAt: added_at,
    deletedAt: deleted_at,
    isRecovered: is_recovered === 1
  }
}
