import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../cli-run'
import { type Figure, figuresIn, type Promised } from './figures'
import { PROOFS } from './proofs'

/** What was measured of one promise, as it is kept until the page is written. */
export interface Measured {
  /** As {@link hashSources} gave it when the tests began. */
  sources: string
  /** Mean number of busy processes in the minute before the run began. */
  load: number
  seconds: number
  figures: Figure[]
}

const SOURCES = ['src', 'recorder-web', 'tests', 'scripts', 'models', 'resources', 'package-lock.json']

/** Tells whether figures are of the program and of the tests of a promise as they are now. */
export function hashSources(promise: Promised): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    const whole = join(ROOT, path)
    if (statSync(whole).isDirectory()) for (const name of readdirSync(whole).sort()) add(`${path}/${name}`)
    else if (!/\.test\.tsx?$/.test(path) || PROOFS[promise].includes(path))
      hash.update(path).update(readFileSync(whole))
  }
  for (const path of SOURCES) add(path)
  return hash.digest('hex')
}

/** What was measured before, of whatever sources; null where nothing was. */
export function measuredIn(folder: string, promise: Promised): Measured | null {
  const path = join(folder, `${promise}.json`)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Measured) : null
}

/** Runs the tests of a promise, one after the other, and keeps what they measured. */
export async function measure(
  promise: Promised,
  folder: string,
  { isLong, load }: { isLong: boolean; load: number }
): Promise<Measured> {
  mkdirSync(folder, { recursive: true })
  const [figures, result, kept] = ['jsonl', 'tests.json', 'json'].map((ending) => join(folder, `${promise}.${ending}`))
  for (const path of [figures!, result!, kept!]) rmSync(path, { force: true })
  const begun = { sources: hashSources(promise), at: Date.now() }
  await runTests(PROOFS[promise], result!, { OPS_FUSION_FIGURES: folder, ...(isLong && { OPS_FUSION_FULL: '1' }) })
  const measured: Measured = {
    sources: begun.sources,
    load,
    seconds: Math.round((Date.now() - begun.at) / 1000),
    figures: [...figuresIn(folder, promise), countTests(promise, result!)]
  }
  writeFileSync(kept!, JSON.stringify(measured))
  return measured
}

function runTests(files: readonly string[], result: string, env: NodeJS.ProcessEnv): Promise<void> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${result}`]
  const args = [join(ROOT, 'scripts', 'test.mjs'), ...files, '--no-file-parallelism', ...reporters]
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_code, signal) =>
      signal ? reject(new Error(`the tests were ended by ${signal}`)) : resolve()
    )
  })
}

interface TestResult {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
}

/** The tests themselves are a figure: each says something that must hold. */
function countTests(promise: Promised, result: string): Figure {
  const { success, numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(result, 'utf8')
  ) as TestResult
  const tried = numPassedTests + numFailedTests
  return {
    promise,
    what: numPendingTests > 0 ? `tests that hold; ${numPendingTests} more cannot be tried here` : 'tests that hold',
    measured: `${numPassedTests} of ${tried}`,
    toReach: `${tried} of ${tried}`,
    isMet: success && numPassedTests > 0
  }
}
