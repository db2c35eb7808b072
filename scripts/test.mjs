/**
 * `npm test`: builds, sees that there is a browser, and runs every test in real parts.
 *
 * The last line is the sum, alone on its line. Further arguments go to vitest.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { findChromium, installChromium } from './chromium.mjs'
import { ROOT, stopWith } from './place.mjs'

ensureBuilt()
if (findChromium() === null) installChromium()
const chromium = findChromium()
if (chromium === null) {
  stopWith('The tests need Chromium, and it could not be fetched: install it, or name its program in CHROMIUM_PATH.')
}

const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-test-'))
const results = join(folder, 'results.json')
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
const { status, signal } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: chromium }
})
if (signal) process.exit(130)
const sum = sumOf(results)
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}\n`)
process.exit(sum.failed > 0 ? 1 : (status ?? 1))

/** A file that could not even be loaded has no failed test to count: it counts as one. */
function sumOf(path) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(path, 'utf8')
  )
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests
  }
}
