import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../core/errors'
import type { OneByOne } from '../one-by-one'
import { onDisk } from '../storage-error'
import { damagedNameOf } from '../whole-file'
import { copyIndex, copyOf } from './best-index'
import type { LibraryFiles } from './files'
import { type IndexTable, olderCopyOf } from './index-table'

const HOUR_MS = 60 * 60 * 1000
/** What was deleted can be brought back for so long; the index is copied this often, and damaged ones stay as long. */
const DAY_MS = 24 * HOUR_MS

/**
 * Done at the start and every hour: what was deleted a day ago goes for good, the index is copied once a day. What the
 * disk refuses is tried again in an hour: a library that is only read needs none of it.
 */
export interface Upkeep {
  now(): Promise<void>
  stop(): void
}

/** @param oneByOne by the hash of the bytes, then by the id: as the library changes its recordings */
export function createUpkeep(path: string, files: LibraryFiles, index: IndexTable, oneByOne: OneByOne): Upkeep {
  const purge = async (): Promise<boolean> => {
    const dayAgo = new Date(Date.now() - DAY_MS).toISOString()
    let hasPurged = false
    for (const { id, sha256 } of index.deletedBefore(dayAgo)) {
      const erase = async () => {
        const deletedAt = index.said(id)?.deletedAt
        // It may have been brought back meanwhile, and even deleted again.
        if (!deletedAt || deletedAt >= dayAgo) return
        await files.delete(id)
        index.erase(id)
        hasPurged = true
      }
      await oneByOne(sha256, () => oneByOne(id, erase))
    }
    return hasPurged
  }
  const upkeep = async () => {
    const hasPurged = await purge()
    // A copy from before would keep the names of what has gone.
    if (hasPurged) index.settle()
    if (hasPurged || (await ageOf(copyOf(path))) > DAY_MS) await copyIndex(index, path)
    await onDisk(() => sweepOld(path))
  }
  const now = () =>
    upkeep().catch((thrown: unknown) => {
      if (!(thrown instanceof AppError)) throw thrown
    })
  const timer = setInterval(now, HOUR_MS)
  timer.unref()
  return { now, stop: () => clearInterval(timer) }
}

/** Indexes that were put aside hold the names of what was deleted since: they go by the same rule. */
async function sweepOld(path: string): Promise<void> {
  const beginnings = [damagedNameOf(path), olderCopyOf(path, 1)].map((name) => basename(name))
  for (const name of await readdir(dirname(path))) {
    const old = join(dirname(path), name)
    if (!beginnings.some((beginning) => name.startsWith(beginning))) continue
    if ((await ageOf(old)) > DAY_MS) await rm(old, { force: true })
  }
}

/** Since it was last written, ms; endless for what is not there. */
async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Number.POSITIVE_INFINITY
  )
}
