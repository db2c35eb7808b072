import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../cli-run'
import { NOTHING_TRIED, sumOf, type Tally, tryStretch } from './fuzz'

/** Where files are kept that must not have failed, and how far a run has come. */
export const FOLDER = join(ROOT, 'out', 'fuzz')
const PROGRESS = join(FOLDER, 'progress.json')
/** Files that one host takes in before another is started: a library of so many is a large one. */
const STRETCH = 1000

/**
 * Tries the first files of a series, stretch by stretch; a run that was stopped goes on where it was, unless the program
 * was built anew since.
 *
 * @param say is told how far it has come, and of each file that failed
 */
export async function trySeries(seed: number, count: number, say: (line: string) => void): Promise<Tally> {
  const run = { seed, count, build: readFileSync(join(ROOT, 'out', 'built-from'), 'utf8') }
  let tally = tallyBefore(run)
  const begun = { at: Date.now(), count: tally.count }
  if (begun.count > 0) say(`Goes on behind the first ${begun.count}.`)
  mkdirSync(FOLDER, { recursive: true })
  while (tally.count < count) {
    const from = tally.count
    const stretch = await tryStretch(seed, FOLDER, { from, to: Math.min(count, from + STRETCH) })
    for (const { mutant, what } of stretch.failures) say(`${mutant}: ${what}`)
    tally = sumOf(tally, stretch)
    writeFileSync(PROGRESS, JSON.stringify({ run, tally }))
    const leftMs = ((Date.now() - begun.at) / (tally.count - begun.count)) * (count - tally.count)
    say(`${tally.count} of ${count}, ${tally.failures.length} failed, ${Math.ceil(leftMs / 60_000)} min left`)
  }
  rmSync(PROGRESS, { force: true })
  return tally
}

function tallyBefore(run: { seed: number; count: number; build: string }): Tally {
  try {
    const before = JSON.parse(readFileSync(PROGRESS, 'utf8'))
    return JSON.stringify(before.run) === JSON.stringify(run) ? before.tally : NOTHING_TRIED
  } catch {
    // none was stopped
    return NOTHING_TRIED
  }
}
