import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sortFound } from '../contracts/sound-files'

export interface FoundFiles {
  /** As they were named, folders walked, in the order of the names and by name within a folder. */
  files: string[]
  /** Files of folders that were left out by their names; hidden ones are not counted. */
  leftOut: number
}

/**
 * The files that a person means who names files and folders.
 *
 * A file that is named is always kept, also where it does not exist: its own line says what is wrong with it. So is what
 * a folder holds and nobody can look into: another folder, or a link to what is gone.
 * In folders hidden files are left out, and so are links to folders, which may lead round in circles.
 */
export async function findFiles(named: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], leftOut: 0 }
  for (const path of named) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false
    )
    if (isFolder) await walk(path, found)
    else found.files.push(path)
  }
  return found
}

async function walk(folder: string, found: FoundFiles): Promise<void> {
  const all = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (!all) {
    found.files.push(folder)
    return
  }
  const entries = all.filter(({ name }) => sortFound(name) !== 'hidden').sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await walk(path, found)
    else if (!(await isFile(entry, path))) continue
    else if (sortFound(entry.name) === 'other') found.leftOut++
    else found.files.push(path)
  }
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return stat(path).then(
    (target) => target.isFile(),
    () => true
  )
}
