import { beforeAll, describe, expect, it } from 'vitest'
import { buildOnce } from './cli-run'
import { isFull } from './reliability/figures'
import { keepFuzzFigures } from './reliability/fuzz/figures-of-fuzz'
import { trySeries } from './reliability/fuzz/series'

/** `npm run fuzz` sends 50,000. */
const COUNT = isFull ? 10_000 : 300

beforeAll(buildOnce)

describe('damaged sound files', () => {
  it('get an answer or a refusal that says what is wrong, and never take the program down', {
    timeout: 1000 * COUNT
  }, async () => {
    const tally = await trySeries(1, COUNT, (line) => process.stderr.write(`${line}\n`))
    keepFuzzFigures(tally)
    expect(tally.failures).toEqual([])
    expect(tally.count).toBe(COUNT)
    expect(tally.answered).toBeGreaterThan(0)
    // a disk shared with other tests makes it stand still now and then, but not for so long
  })
})
