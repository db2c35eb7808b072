import { copyFile, rename, rm } from 'node:fs/promises'
import { AppError } from '../../core/errors'
import { onDisk } from '../storage-error'
import { damagedNameOf } from '../whole-file'
import { checkIndex, type IndexTable, openIndex } from './index-table'

/** Where the daily copy of an index is. */
export function copyOf(path: string): string {
  return `${path}.copy`
}

/**
 * Opens the index, or what comes nearest to it: one that is damaged is put aside, the daily copy takes its place, or an
 * empty one, and the folders tell it the rest.
 *
 * @returns `isRebuilt` where that was so
 * @throws {AppError} as {@link openIndex}, except `library-damaged`
 */
export async function openBestIndex(path: string): Promise<{ index: IndexTable; isRebuilt: boolean }> {
  try {
    return { index: openIndex(path), isRebuilt: false }
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'library-damaged')) throw thrown
  }
  const aside = `${damagedNameOf(path)}${Date.now()}`
  for (const suffix of ['', '-wal', '-shm']) await rename(`${path}${suffix}`, `${aside}${suffix}`).catch(() => {})
  if (isSound(copyOf(path))) await onDisk(() => copyFile(copyOf(path), path))
  return { index: openIndex(path), isRebuilt: true }
}

/** Copies the index; the copy that was there stays until the new one is whole. */
export async function copyIndex(index: IndexTable, path: string): Promise<void> {
  const part = `${copyOf(path)}.part`
  await onDisk(() => rm(part, { force: true }))
  index.copyTo(part)
  await onDisk(() => rename(part, copyOf(path)))
}

function isSound(path: string): boolean {
  try {
    return checkIndex(path).problem === null
  } catch {
    // Not there, or no database.
    return false
  }
}
