/** Finds Electron's program, and lets Electron's own installer fetch it where it is missing. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './place.mjs'

const PACKAGE = join(ROOT, 'node_modules', 'electron')
/** So long may the fetch stand still before the network counts as unreachable. */
const STALL_MS = 30_000
const LOOK_EVERY_MS = 500

/** Path of Electron's program, or null where it has not been fetched yet. */
export function findElectron() {
  if (process.env.ELECTRON_EXEC_PATH) return process.env.ELECTRON_EXEC_PATH
  const note = join(PACKAGE, 'path.txt')
  if (!existsSync(note)) return null
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist'), readFileSync(note, 'utf8').trim())
  return existsSync(path) ? path : null
}

/**
 * Runs `install-electron`, showing how much has arrived.
 *
 * @returns null when Electron is there, else why not
 */
export async function fetchElectron() {
  const installer = join(PACKAGE, 'install.js')
  if (!existsSync(installer)) return 'its package is not installed'
  // A temporary folder of its own, so that what arrives can be seen.
  const arriving = join(tmpdir(), `ops-fusion-electron-${process.pid}`)
  mkdirSync(arriving, { recursive: true })
  const child = spawn(process.execPath, [installer], {
    env: { ...process.env, TMPDIR: arriving, TMP: arriving, TEMP: arriving, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint += text
  })
  const isStalled = watch(child, [arriving, join(PACKAGE, 'dist')])
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', resolve)
  })
  rmSync(arriving, { recursive: true, force: true })
  if (code === 0 && findElectron() !== null) return null
  return isStalled() ? 'its download server does not answer' : reasonIn(complaint)
}

/** Shows the progress, and ends a fetch that stands still. @returns whether it did */
function watch(child, folders) {
  process.stderr.write('Fetching Electron, once …')
  let isStalled = false
  let lastSize = -1
  let lastChange = Date.now()
  const timer = setInterval(() => {
    const size = folders.reduce((sum, folder) => sum + sizeOf(folder), 0)
    if (size !== lastSize) {
      lastSize = size
      lastChange = Date.now()
      if (process.stderr.isTTY && size > 0) {
        process.stderr.write(`\rFetching Electron, once … ${Math.round(size / 1e6)} MB `)
      }
    } else if (Date.now() - lastChange > STALL_MS) {
      isStalled = true
      child.kill('SIGKILL')
    }
  }, LOOK_EVERY_MS)
  child.once('close', () => {
    clearInterval(timer)
    process.stderr.write('\n')
  })
  return () => isStalled
}

function sizeOf(path) {
  try {
    const entry = statSync(path)
    if (!entry.isDirectory()) return entry.size
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
  } catch {
    // Moved away while we looked.
    return 0
  }
}

function reasonIn(complaint) {
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH/.test(complaint)) {
    return 'its download server cannot be reached'
  }
  if (/ERR_REQUIRE_ESM|SyntaxError/.test(complaint)) return 'its installer needs Node 22.12 or later'
  return (/^\w*Error: (.+)$/m.exec(complaint)?.[1] ?? 'its installer failed').slice(0, 120)
}
