import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createOneByOne } from './one-by-one'
import { onDisk, toStorageError } from './storage-error'

const oneByOne = createOneByOne()

/**
 * Writes a file that only this user may read: whole or not at all, whatever happens meanwhile.
 *
 * It is written beside its place and moved there. Writes of the same file wait for each other; the last one stays.
 *
 * @param path in a folder that exists
 * @param isSynced on disk before it returns, so that it survives a power cut
 * @throws {AppError} `disk-full`, `storage-unwritable`
 */
export function writeWhole(
  path: string,
  content: string | Uint8Array,
  { isSynced = false }: { isSynced?: boolean } = {}
): Promise<void> {
  const part = `${path}.part`
  const write = async () => {
    await rm(part, { force: true })
    // `wx`: nobody's file or link is written through.
    const file = await open(part, 'wx', 0o600)
    try {
      await file.writeFile(content)
      if (isSynced) await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
    if (isSynced) await syncFolder(dirname(path))
  }
  const orNothing = async (thrown: unknown) => {
    await rm(part, { force: true }).catch(() => {})
    throw thrown
  }
  return oneByOne(path, () => onDisk(() => write().catch(orNothing)))
}

/** A rename survives a power cut only once its folder is on disk; Windows keeps no such promise and refuses the call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Not there: nothing by that name, or a file where a folder should be. */
const NOT_THERE = ['ENOENT', 'ENOTDIR']

/**
 * The file's text; null where there is none.
 *
 * @throws {AppError} `storage-unwritable` where it is there and cannot be read
 */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (NOT_THERE.includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw toStorageError(error)
  }
}

/** What the name of a damaged file begins with that was put aside. */
export function damagedNameOf(path: string): string {
  return `${path}.damaged-`
}

/**
 * Moves a damaged file out of the way, so that nothing is written over it.
 *
 * @throws {AppError} `disk-full`, `storage-unwritable`
 */
export function putAside(path: string): Promise<void> {
  return onDisk(() => rename(path, `${damagedNameOf(path)}${Date.now()}`))
}

/**
 * What a file says; null where there is none, or a damaged one, which is put aside.
 *
 * @param parse throws where the text is damaged
 * @throws {AppError} `disk-full`, `storage-unwritable`, also where the file is there and cannot be read
 */
export async function readOrPutAside<Value>(path: string, parse: (text: string) => Value): Promise<Value | null> {
  const text = await readIfThere(path)
  if (text === null) return null
  try {
    return parse(text)
  } catch {
    await putAside(path)
    return null
  }
}
