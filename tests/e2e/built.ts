import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const SOURCES = ['src', 'package.json', 'electron.vite.config.ts']
const MARK = join(ROOT, 'out', 'main', 'index.js')

/** Builds the program where the build is missing or older than what it is made of: these tests run what people run. */
export function ensureBuilt(): void {
  const builtAt = existsSync(MARK) ? statSync(MARK).mtimeMs : 0
  if (SOURCES.every((path) => newest(join(ROOT, path)) <= builtAt)) return
  execFileSync(process.execPath, [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
    cwd: ROOT,
    stdio: 'pipe'
  })
}

function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
