/** Builds `out/` where it is missing or older than the sources. `node scripts/build.mjs --if-needed`, or without: always. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, stopWith } from './place.mjs'

/** Everything that the build is made of. */
const SOURCES = ['src', 'recorder-web', 'electron.vite.config.ts', 'package.json']
const STAMP = join(ROOT, 'out', 'built-from')
const LOCK = join(ROOT, 'node_modules', '.ops-fusion-build')
/** No build takes so long: its lock was left behind. */
const STALE_LOCK_MS = 120_000

/** Builds unless what is there was made of the sources as they are; two callers at once build once. */
export function ensureBuilt() {
  if (!existsSync(join(ROOT, 'src'))) return
  if (isBuilt()) return
  withLock(() => {
    if (!isBuilt()) build()
  })
}

function isBuilt() {
  if (!existsSync(join(ROOT, 'out', 'main', 'cli.js')) || !existsSync(STAMP)) return false
  return readFileSync(STAMP, 'utf8') === String(newestOf(SOURCES))
}

/** The program, then the page that it gives to phones. */
const STEPS = [
  ['electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  ['vite/bin/vite.js', 'build', '--config', 'recorder-web/vite.config.ts']
]

function build() {
  const newest = newestOf(SOURCES)
  process.stderr.write('Building OPS Fusion …\n')
  for (const [tool, ...options] of STEPS) run(join(ROOT, 'node_modules', tool), options)
  writeFileSync(STAMP, String(newest))
}

function run(tool, options) {
  if (!existsSync(tool)) stopWith('The packages are missing: run “npm ci” first.')
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [tool, ...options], {
    cwd: ROOT,
    encoding: 'utf8'
  })
  if (signal) process.exit(130)
  if (status !== 0) stopWith(`${stdout}${stderr}\nThe build failed; what is wrong stands above.`)
}

/** Time of the latest change, ms; tests are no part of the build. */
function newestOf(paths) {
  let newest = 0
  const look = (path) => {
    const entry = statSync(path)
    if (entry.isDirectory()) for (const name of readdirSync(path)) look(join(path, name))
    else if (!/\.test\.tsx?$/.test(path)) newest = Math.max(newest, entry.mtimeMs)
  }
  for (const path of paths) look(join(ROOT, path))
  return newest
}

function withLock(work) {
  for (;;) {
    try {
      mkdirSync(LOCK)
      break
    } catch (error) {
      if (error.code === 'ENOENT') stopWith('The packages are missing: run “npm ci” first.')
      if (error.code !== 'EEXIST') throw error
      if (ageOf(LOCK) > STALE_LOCK_MS) rmSync(LOCK, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
  // Also where the build fails, which ends the process.
  process.once('exit', () => rmSync(LOCK, { recursive: true, force: true }))
  work()
  rmSync(LOCK, { recursive: true, force: true })
}

function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    // Gone in the meantime.
    return 0
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv.includes('--if-needed')) rmSync(STAMP, { force: true })
  ensureBuilt()
}
