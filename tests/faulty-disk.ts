import type * as Disk from 'node:fs/promises'

/**
 * The real file system, with one call that fails.
 *
 * `vi.mock('node:fs/promises', async (real) => (await import('./faulty-disk')).overDisk(await real()))`
 */

export type Fault = 'ENOSPC' | 'EIO' | 'EACCES'

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

function pass(name: string): void {
  if (failing === null || ++calls !== failing.at) return
  failed = name
  throw Object.assign(new Error(`${failing.fault}: ${name}`), { code: failing.fault, syscall: name, errno: -1 })
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
