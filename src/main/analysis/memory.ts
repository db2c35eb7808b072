import { readFile } from 'node:fs/promises'

/** Above this an analysis process gives up by itself, and one whose decoder never returns is ended from outside. */
export const MAX_MEMORY_BYTES = 512 * 2 ** 20

const PAGE_BYTES = 4096

/**
 * Resident memory of another process, bytes.
 *
 * Only Linux tells without help; elsewhere it is 0 and the process's own check is all there is.
 */
export async function memoryOf(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') return 0
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(text.split(' ')[1] ?? 0) * PAGE_BYTES
}
