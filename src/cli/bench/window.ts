import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Tensor as OrtTensor } from 'onnxruntime-common'
import { resample } from '../../core/resample'
import { simulateHeart } from '../../core/simulate'
import { tensor } from '../../core/tensor'
import { loadModel, openSession } from '../../main/analysis/ort-model'
import type { ProgramPaths } from '../../main/paths'
import { createOriginalFrontEnd, ORIGINAL } from './original-front-end'
import { HEART } from './recording'
import { type Timing, timeByTurns } from './timing'

export interface WindowTimings {
  /** The shipped graph, front end included. */
  ours: Timing
  /** The original's front end in our code, and its network. */
  original: Timing
  originalFrontEnd: Timing
  originalNetwork: Timing
}

const RUNS = 200
const WARM_UPS = 20

/** One window of five seconds through the shipped graph and, by turns with it, through the original's way. */
export async function timeWindow(paths: ProgramPaths): Promise<WindowTimings> {
  const { card, predict } = await loadModel(paths.models)
  const { sampleRate, windowLength } = card.input
  const heard = simulateHeart({ ...HEART, durationS: windowLength / sampleRate, sampleRate: ORIGINAL.sampleRate })
  const ours = tensor([1, windowLength], resample(heard, sampleRate).samples)

  const frontEnd = createOriginalFrontEnd()
  const session = await openSession(await readFile(join(paths.resources, 'bench', 'original-architecture.onnx')))
  const network = (logMel: Float32Array) =>
    session.run({
      log_mel: new OrtTensor('float32', logMel, [1, 1, ORIGINAL.melBands, logMel.length / ORIGINAL.melBands])
    })
  const logMel = frontEnd(heard.samples)

  return timeByTurns(
    {
      ours: () => predict(ours),
      original: () => network(frontEnd(heard.samples)),
      originalFrontEnd: () => frontEnd(heard.samples),
      originalNetwork: () => network(logMel)
    },
    { runs: RUNS, warmUps: WARM_UPS }
  )
}
