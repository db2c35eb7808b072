/**
 * `npm start`: the window in Electron, fetched first where it is missing; else the same window as a page in the browser.
 *
 * `npm start -- --browser` goes to the browser at once; further options are those of `ops-fusion serve`.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { hasDisplay } from './display.mjs'
import { fetchElectron, findElectron } from './electron-binary.mjs'
import { ROOT } from './place.mjs'

/** A program that ends with an error within this time never showed its window: the page in the browser takes its place. */
const START_MS = 5000

// Ctrl+C reaches the child as well: it ends, and we with it.
let wasInterrupted = false
process.on('SIGINT', () => {
  wasInterrupted = true
})

const given = process.argv.slice(2)
const wantsBrowser = given.includes('--browser')
const args = given.filter((arg) => arg !== '--browser')

ensureBuilt()
if (!existsSync(join(ROOT, 'models', 'heart-sound.onnx'))) {
  say('The network (models/heart-sound.onnx) is missing: recordings can be kept and heard, but not analysed.')
}
const obstacle = wantsBrowser ? null : await startWindow()
if (wasInterrupted) process.exit(130)
if (obstacle !== null) say(`${obstacle}, so OPS Fusion opens in your browser instead.`)
process.exit(await run(process.execPath, [join(ROOT, 'out', 'main', 'headless.js'), ...options(args)]))

/** Ends with the window; comes back only with the reason why there can be none. */
async function startWindow() {
  // Known beforehand, so that nothing is fetched for nothing; a program that was named needs none.
  if (!process.env.ELECTRON_EXEC_PATH && !hasDisplay()) return 'This computer has no display for a window'
  if (findElectron() === null) {
    const problem = await fetchElectron()
    if (problem !== null) return `Electron could not be fetched (${problem})`
  }
  const begun = Date.now()
  const code = await run(findElectron(), [ROOT, ...args])
  if (code === 0 || wasInterrupted || Date.now() - begun > START_MS) process.exit(code)
  return `Electron did not start (it ended with ${code})`
}

function run(command, commandArgs) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArgs, { stdio: 'inherit' })
    process.once('SIGTERM', () => child.kill('SIGTERM'))
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 130))
  })
}

/** Files that were to be opened are for the window; the page takes them by dropping. */
function options(all) {
  return all[0]?.startsWith('--') ? all : []
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}
