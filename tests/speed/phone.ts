/**
 * `npm run bench:phone`: measures the hand-over with the real program and writes docs/phone-speed.md.
 *
 * With names (`uploads`, `opening`, `take`, `network`) it measures only those and prints them.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadNow } from '../../src/cli/bench/computer'
import { ensureBuilt, ROOT } from '../e2e/built'
import { measureNetwork } from './network'
import { measureOpening } from './page-opening'
import { describeMachine, networkPart, openingPart, takePart, uploadPart } from './report'
import { measureTakes } from './take'
import { measureUploads } from './uploads'

/** As the page sends. */
const PART_BYTES = 2 ** 20

const PARTS = {
  uploads: async () => uploadPart(await measureUploads(PART_BYTES)),
  opening: async () => openingPart(await measureOpening(10)),
  take: async () => takePart(await measureTakes(10)),
  network: async () => networkPart(await measureNetwork(100))
}

type Part = keyof typeof PARTS

const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name)

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !isPart(name))
  if (unknown !== undefined) throw new RangeError(`${unknown}: not one of ${Object.keys(PARTS).join(', ')}`)
  ensureBuilt()
  const load = loadNow()
  const names = wanted.length === 0 ? (Object.keys(PARTS) as Part[]) : wanted.filter(isPart)
  const written: string[] = []
  for (const name of names) written.push(await PARTS[name]())
  const page = [describeMachine(load), ...written].join('\n')
  if (wanted.length === 0) await writeFile(join(ROOT, 'docs/phone-speed.md'), page)
  process.stdout.write(page)
}

await main(process.argv.slice(2))
