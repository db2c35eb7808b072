/**
 * `npm run fuzz`: sends damaged sound files through the whole program, and ends with 1 where one of them did what must
 * not happen.
 *
 * `npm run fuzz -- --count 3000`, `--seed 7`, `--only 1234` for one file of the series.
 */
import { parseArgs } from 'node:util'
import { keepFuzzFigures, MOST_LAG_MS } from './figures-of-fuzz'
import { tryOne } from './fuzz'
import { FOLDER, trySeries } from './series'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' }
  }
})
const seed = Number(values.seed)
if (values.only !== undefined) {
  const { mutant, ended } = await tryOne(seed, Number(values.only))
  say(`${mutant.sound}, ${mutant.damage.join(', ')}: ${JSON.stringify(ended)}`)
} else {
  const tally = await trySeries(seed, Number(values.count), say)
  keepFuzzFigures(tally)
  say(JSON.stringify(tally, null, 2))
  if (tally.failures.length > 0) say(`The files that failed are in ${FOLDER}; --only NUMBER tries one again.`)
  process.exitCode = tally.failures.length > 0 || tally.lagMaxMs > MOST_LAG_MS ? 1 : 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
