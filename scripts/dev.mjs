/**
 * `npm run dev`: the window with live changes; a change of the main process starts it again.
 *
 * Where Electron's program is not to be had, the tests' double for it shows the same window in Chromium.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { hasDisplay } from './display.mjs'
import { fetchElectron, findElectron } from './electron-binary.mjs'
import { ROOT, stopWith } from './place.mjs'

if (!hasDisplay()) stopWith('This computer has no display for a window: “npm start -- --browser” shows the page.')
// Also the page for phones, which is not watched: “npm run build” makes it anew.
ensureBuilt()
const obstacle = findElectron() === null ? await fetchElectron() : null
if (obstacle !== null) process.stderr.write(`Electron could not be fetched (${obstacle}): Chromium shows the window.\n`)
const tool = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
const { status } = spawnSync(process.execPath, [tool, 'dev', '--watch', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, ...(obstacle !== null && double()) }
})
process.exit(status ?? 130)

function double() {
  const chromium = findChromium()
  if (chromium === null) stopWith('Chromium is not there either: install it, or name its program in CHROMIUM_PATH.')
  return {
    ELECTRON_EXEC_PATH: join(ROOT, 'tests', 'electron-double', 'bin.mjs'),
    CHROMIUM_PATH: chromium,
    HEADED: '1'
  }
}
