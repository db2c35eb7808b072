import { open, readFile, rename, rm } from 'node:fs/promises'

/**
 * Writes what only this user may read: whole or not at all, on disk before it returns.
 *
 * @param path in a folder that exists
 */
export async function writePrivate(path: string, content: string): Promise<void> {
  const part = `${path}.part`
  await rm(part, { force: true })
  // `wx`: nobody's file or link is written through.
  const file = await open(part, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
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
