import { readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Start {
  argv: string[]
  folder: string
  additionalData: Record<string, unknown>
}

/**
 * The lock of the data folder, as a file that names the process which holds it.
 *
 * A second start leaves its words as a file beside the lock, because Electron's call answers at once; the first watches.
 */
export function takeSingleInstanceLock(folder: string, start: Start, onSecond: (start: Start) => void): boolean {
  const lock = join(folder, 'lock')
  if (isHeld(lock)) {
    writeFileSync(join(folder, `second-${process.pid}.json`), JSON.stringify(start))
    return false
  }
  writeFileSync(lock, String(process.pid))
  watch(folder, () => takeMail(folder, onSecond)).unref()
  process.once('exit', () => rmSync(lock, { force: true }))
  return true
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch {
    // No such file, or no such process any more.
    return false
  }
}

function takeMail(folder: string, onSecond: (start: Start) => void): void {
  for (const name of readdirSync(folder).filter((file) => /^second-\d+\.json$/.test(file))) {
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    if (text === '') continue
    rmSync(path)
    onSecond(JSON.parse(text) as Start)
  }
}
