import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { RECORDING_LIMITS } from '../../core/recording-limits'
import type { Found } from './found'

/** The largest recording with its pictures and copy. */
const FULL_BYTES = 2 * RECORDING_LIMITS.mostBytes
const LOW_BYTES = 1e9

/** Room on the disk that recordings would go to. */
export async function checkDiskSpace(folder: string): Promise<Found> {
  const freeBytes = await freeAt(folder)
  if (freeBytes === null) return { status: 'warning', finding: 'unknown', values: { folder } }
  return judgeFreeSpace(freeBytes)
}

export function judgeFreeSpace(freeBytes: number): Found {
  if (freeBytes < FULL_BYTES) return { status: 'failed', finding: 'full', values: { freeBytes } }
  if (freeBytes < LOW_BYTES) return { status: 'warning', finding: 'low', values: { freeBytes } }
  return { status: 'ok', finding: 'ok', values: { freeBytes } }
}

/** Of the folder, or of the nearest one above that exists. */
async function freeAt(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    // Not there yet: the disk is that of the folder above.
    const above = dirname(folder)
    return above === folder ? null : freeAt(above)
  }
}
