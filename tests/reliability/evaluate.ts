/**
 * `npm run evaluate:reliability`: runs the tests that prove each promise, in their long form, and writes
 * docs/reliability.md. What was measured of the same sources stays, so that a run that was ended goes on; `-- --again`
 * measures all anew.
 *
 * `-- --short` runs the tests as `npm test` does, and `-- kept soak` only those of these promises; both print the table.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import { describeComputer, loadNow } from '../../src/cli/bench/computer'
import { wordsFor } from '../../src/words/words'
import { ROOT } from '../cli-run'
import { PROMISES, type Promised } from './figures'
import { hashSources, type Measured, measure, measuredIn } from './measure'
import { ALL, table, writePage } from './page'

const { numbers } = wordsFor('en')
const isPromised = (name: string): name is Promised => Object.hasOwn(PROMISES, name)
const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean', default: false }, again: { type: 'boolean', default: false } },
    allowPositionals: true
  })
  const unknown = positionals.find((name) => !isPromised(name))
  if (unknown !== undefined) throw new RangeError(`${unknown}: not one of ${ALL.join(', ')}`)
  const wanted = positionals.length === 0 ? ALL : positionals.filter(isPromised)
  const folder = join(ROOT, 'test-results', 'reliability', values.short ? 'short' : 'long')
  const how = { isLong: !values.short, load: loadNow() }
  const measured: Measured[] = []
  for (const [at, promise] of wanted.entries()) {
    const before = values.again ? null : measuredIn(folder, promise)
    const isKnown = before?.sources === hashSources(promise)
    const left = wanted.length - at - 1
    say(`== ${PROMISES[promise]}: ${isKnown ? 'measured before' : 'is measured now'}; ${left} more`)
    measured.push(isKnown ? before : await measure(promise, folder, how))
  }
  const figures = measured.flatMap((one) => one.figures)
  const isWhole = !values.short && positionals.length === 0
  if (isWhole) writeFileSync(join(ROOT, 'docs', 'reliability.md'), writePage(about(measured), figures))
  say(`\n${table(figures).join('\n')}\n\n${about(measured)}`)
  process.exitCode = figures.every(({ isMet }) => isMet) ? 0 : 1
}

/** On what, how long it took, and what else the computer did meanwhile. */
function about(measured: readonly Measured[]): string {
  const seconds = measured.reduce((sum, one) => sum + one.seconds, 0)
  const load = Math.max(...measured.map((one) => one.load))
  return [
    `OPS Fusion ${version} on ${describeComputer()}.`,
    `The tests took ${numbers.duration(seconds)} in all.`,
    ...(load < 0.5
      ? []
      : [
          `It had other work at the same time (load average ${numbers.decimal(load, 1)}), which makes every time longer.`
        ])
  ].join(' ')
}

await main()
