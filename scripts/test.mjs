/**
 * `npm test`: builds, sees that there is a browser, and runs every test in real parts.
 *
 * The last line is the sum, alone on its line; before it stand the tests that failed, and those that were tried again.
 * Further arguments go to vitest.
 */
import { ensureBuilt } from './build.mjs'
import { findChromium, installChromium } from './chromium.mjs'
import { ROOT, stopWith } from './place.mjs'

ensureBuilt()
if (findChromium() === null) installChromium()
const chromium = findChromium()
if (chromium === null) {
  stopWith('The tests need Chromium, and it could not be fetched: install it, or name its program in CHROMIUM_PATH.')
}

process.env.CHROMIUM_PATH = chromium
process.chdir(ROOT)
// Only now: without the packages the build has said what to do.
const { parseCLI, startVitest } = await import('vitest/node')
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const { state } = await startVitest('test', filter, options)

const modules = state.getTestModules()
const tests = modules.flatMap(({ children }) => [...children.allTests()])
const countOf = (wanted) => tests.filter((test) => test.result().state === wanted).length
/** A file that could not be loaded, or a preparation that failed, has no failed test to count: it counts as one. */
const broken = modules
  .flatMap((module) => [module, ...module.children.allSuites()])
  .filter((one) => one.errors().length)
const failed = countOf('failed') + broken.length
const skipped = countOf('skipped') + countOf('pending')

for (const one of [...broken, ...tests.filter((test) => test.result().state === 'failed')]) {
  const name = 'fullName' in one ? `${one.module.relativeModuleId}: ${one.fullName}` : one.relativeModuleId
  say(`Failed: ${name}: ${(one.errors?.() ?? one.result().errors)[0]?.message.split('\n')[0]}`)
}
const retried = tests.filter((test) => test.diagnostic()?.retryCount > 0)
for (const test of retried) say(`Tried again: ${test.module.relativeModuleId}: ${test.fullName}`)
say(`${retried.length} tried again`)
say(
  `${countOf('passed')} passed, ${failed || tests.length > 0 ? failed : 1} failed${skipped ? `, ${skipped} skipped` : ''}`
)
process.exit(failed > 0 ? 1 : (process.exitCode ?? 0))

function say(line) {
  process.stdout.write(`${line}\n`)
}
