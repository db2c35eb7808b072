import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAnalyser } from '../../main/analysis/analyser'
import { spawnWithNode } from '../../main/analysis/spawn-node'
import { openLibrary } from '../../main/library/library'
import type { ProgramPaths } from '../../main/paths'
import { createPipeline } from '../../main/pipeline'
import { makeRecording } from './recording'
import { summarise, type Timing, timed } from './timing'

const RUNS = 20
const WARM_UPS = 3

/** From bytes to an answer in the library, its pictures included, in a running program: the pipeline of every door. */
export async function timeStoredAnswer(paths: ProgramPaths): Promise<Timing> {
  const folder = await mkdtemp(join(tmpdir(), 'ops-fusion-bench-'))
  const library = await openLibrary(folder)
  const analyser = createAnalyser({ models: paths.models, spawn: spawnWithNode(paths.analysisProcess) })
  const pipeline = createPipeline({
    library,
    analyser,
    operatingPoint: () => 'balanced',
    tuningOf: async () => null,
    publish: () => {}
  })
  try {
    const times: number[] = []
    for (let run = -WARM_UPS; run < RUNS; run++) {
      // Other bytes each time: the library knows the same ones again and would analyse nothing.
      const bytes = makeRecording(run + WARM_UPS)
      const time = await timed(async () => {
        const { id } = await pipeline.takeIn(once(bytes), { name: 'bench', source: { kind: 'file' } })
        const { state } = await pipeline.start(id)
        if (state.status !== 'analysed') throw new Error(`the benchmark's recording is ${state.status}`)
      })
      if (run >= 0) times.push(time)
    }
    return summarise(times)
  } finally {
    await pipeline.close()
    analyser.close()
    library.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
