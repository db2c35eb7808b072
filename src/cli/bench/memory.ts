import { readFileSync } from 'node:fs'
import { memoryOf } from '../../main/analysis/memory'

const LOOK_EVERY_MS = 200

/**
 * Watches the memory of a process and of all that it started.
 *
 * Pages that they share count for each of them, so that the sum is rather too high than too low.
 *
 * @returns ends it, and says how much it was at most, bytes; null where the system does not tell
 */
export function watchMemory(pid: number): () => number | null {
  if (process.platform !== 'linux') return () => null
  let peak = 0
  const timer = setInterval(async () => {
    const parts = await Promise.all(familyOf(pid).map(memoryOf))
    peak = Math.max(
      peak,
      parts.reduce((sum, part) => sum + part, 0)
    )
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    return peak
  }
}

function familyOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return [pid, ...(children === '' ? [] : children.split(' ').flatMap((child) => familyOf(Number(child))))]
  } catch {
    // It has ended in the meantime.
    return []
  }
}
