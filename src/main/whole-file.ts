import { open, readFile, rename, rm } from 'node:fs/promises'
import { createOneByOne } from './one-by-one'

const oneByOne = createOneByOne()

/**
 * Writes a file that only this user may read: whole or not at all, whatever happens meanwhile.
 *
 * It is written beside its place and moved there. Writes of the same file wait for each other; the last one stays.
 *
 * @param path in a folder that exists
 * @param isSynced on disk before it returns, so that it survives a power cut
 */
export function writeWhole(
  path: string,
  content: string | Uint8Array,
  { isSynced = false }: { isSynced?: boolean } = {}
): Promise<void> {
  return oneByOne(path, async () => {
    const part = `${path}.part`
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
  })
}

/** The file's text; null where there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
