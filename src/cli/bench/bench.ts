import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { version } from '../../../package.json'
import { readCard } from '../../main/analysis/model-files'
import { programPaths } from '../../main/paths'
import { wordsFor } from '../../words/words'
import { EXIT } from '../exit-codes'
import { complain } from '../terminal'
import { timeColdStart } from './cold-start'
import { loadNow } from './computer'
import { runDataset } from './dataset'
import { writeReport } from './report'
import { timeStoredAnswer } from './stored-answer'
import { timeWindow } from './window'

export interface BenchFlags {
  dataset?: string
  write?: string
}

/** As many as the figure to reach was set for. */
const DATASET_PROCESSES = 2

/** `ops-fusion bench`: how fast this computer is, as a Markdown page. */
export async function bench({ dataset, write }: BenchFlags): Promise<number> {
  if (dataset !== undefined && !existsSync(dataset)) {
    complain(wordsFor('en').errors.line({ code: 'file-not-found', values: { path: dataset } }))
    return EXIT.failed
  }
  const paths = programPaths()
  const command = resolve(process.argv[1] ?? '')
  const card = await readCard(paths.models)
  const load = loadNow()
  const report = writeReport({
    load,
    version,
    model: `${card.name} ${card.version}`,
    window: await timeWindow(paths),
    storedAnswer: await timeStoredAnswer(paths),
    coldStart: await timeColdStart(command),
    dataset: dataset ? await runDataset(command, dataset, Math.min(DATASET_PROCESSES, availableParallelism())) : null
  })
  if (write) await writeFile(write, report)
  process.stdout.write(report)
  return EXIT.ok
}
