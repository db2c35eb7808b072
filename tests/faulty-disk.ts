import type * as Disk from 'node:fs/promises'
import type * as Sqlite from '@photostructure/sqlite'

/**
 * The real file system and the real SQLite, with one call that fails.
 *
 * `vi.mock('node:fs/promises', async (real) => (await import('./faulty-disk')).overDisk(await real()))`
 * `vi.mock('@photostructure/sqlite', async (real) => (await import('./faulty-disk')).overSqlite(await real()))`
 */

/** What the file system says, and what SQLite then says. @source sqlite.org/rescode.html */
const RESULT_CODES = { ENOSPC: 13, EIO: 10, EACCES: 8 }
export type Fault = keyof typeof RESULT_CODES

let calls = 0
let failing: { at: number; fault: Fault } | null = null
let failed: string | null = null

/** From now on calls are counted; the one at `at`, from 1 on, fails. */
export function failAt(at: number, fault: Fault): void {
  calls = 0
  failed = null
  failing = { at, fault }
}

/** The disk is whole again. @returns the name of the call that failed, null for none; and how many there were */
export function mendDisk(): { call: string | null; calls: number } {
  failing = null
  return { call: failed, calls }
}

/** @param told what is told of the fault where it comes here */
function pass(name: string, told: (fault: Fault) => object = (code) => ({ code, syscall: name, errno: -1 })): void {
  if (failing === null || ++calls !== failing.at) return
  failed = name
  throw Object.assign(new Error(`${failing.fault}: ${name}`), told(failing.fault))
}

function passSqlite(name: string): void {
  pass(name, (fault) => ({ code: 'ERR_SQLITE_ERROR', sqliteExtendedCode: RESULT_CODES[fault] }))
}

const CALLS = ['access', 'copyFile', 'mkdir', 'readdir', 'readFile', 'rename', 'rm', 'stat', 'statfs', 'truncate']
const OF_HANDLE = ['close', 'read', 'stat', 'sync', 'write', 'writeFile']

/** `disk` with its calls counted. */
export function overDisk(disk: typeof Disk): typeof Disk {
  const open = async (...given: Parameters<typeof Disk.open>) => {
    pass('open')
    return faultyHandle(await disk.open(...given))
  }
  const counted = CALLS.map((name) => [name, faulty(disk, name)])
  return { ...disk, ...Object.fromEntries(counted), open, default: disk }
}

function faultyHandle(handle: Disk.FileHandle): Disk.FileHandle {
  const get = (_: unknown, name: string | symbol) => {
    if (OF_HANDLE.includes(String(name))) return faulty(handle, String(name))
    const value: unknown = Reflect.get(handle, name, handle)
    return typeof value === 'function' ? value.bind(handle) : value
  }
  return new Proxy<Disk.FileHandle>(handle, { get })
}

/** `sqlite` with its calls counted: a database that is opened, and whatever it then runs. */
export function overSqlite(sqlite: typeof Sqlite): typeof Sqlite {
  class DatabaseSync extends sqlite.DatabaseSync {
    constructor(...given: ConstructorParameters<typeof sqlite.DatabaseSync>) {
      passSqlite('DatabaseSync')
      super(...given)
    }

    override exec(sql: string): void {
      passSqlite(sql)
      super.exec(sql)
    }

    override prepare(...given: Parameters<Sqlite.DatabaseSyncInstance['prepare']>) {
      passSqlite(`to prepare ${given[0]}`)
      return faultyStatement(super.prepare(...given), given[0])
    }
  }
  return { ...sqlite, DatabaseSync: DatabaseSync as typeof sqlite.DatabaseSync }
}

function faultyStatement<Statement extends object>(statement: Statement, sql: string): Statement {
  const get = (_: unknown, name: string | symbol) => {
    const value: unknown = Reflect.get(statement, name, statement)
    if (typeof value !== 'function') return value
    return (...given: unknown[]) => {
      passSqlite(sql)
      return value.apply(statement, given)
    }
  }
  return new Proxy<Statement>(statement, { get })
}

function faulty(target: object, name: string): (...given: unknown[]) => Promise<unknown> {
  const work: unknown = Reflect.get(target, name, target)
  if (typeof work !== 'function') throw new RangeError(`no call ${name}`)
  return async (...given) => {
    // A file is closed, whatever closing it says.
    if (name === 'close') await work.call(target)
    pass(name)
    return name === 'close' ? undefined : work.apply(target, given)
  }
}
