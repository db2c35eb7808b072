import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Found } from './found'

/** Writes a file where recordings would go, reads it back, and leaves no trace. */
export async function checkStorage(folder: string): Promise<Found> {
  const probe = join(folder, `.probe-${randomUUID()}`)
  let made: string | undefined
  try {
    made = await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(probe, probe, { flag: 'wx' })
    const isSame = (await readFile(probe, 'utf8')) === probe
    if (!isSame) return { status: 'failed', finding: 'unwritable', values: { folder, problem: 'reads back otherwise' } }
    return { status: 'ok', finding: 'ok', values: { folder } }
  } catch (error) {
    const problem = (error as NodeJS.ErrnoException).code ?? String(error)
    return { status: 'failed', finding: 'unwritable', values: { folder, problem } }
  } finally {
    // A folder that this check has made is removed again.
    await rm(made ?? probe, { recursive: true, force: true }).catch(() => undefined)
  }
}
