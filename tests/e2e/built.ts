import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let isBuilt = false

/** Builds the program where the build is missing or older than its sources: these tests run what people run. */
export function ensureBuilt(): void {
  if (isBuilt) return
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), '--if-needed'], { cwd: ROOT, stdio: 'pipe' })
  isBuilt = true
}
