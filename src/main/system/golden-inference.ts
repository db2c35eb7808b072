import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError, toErrorReply } from '../../core/errors'
import { calibrated } from '../../core/score'
import { wordsFor } from '../../words/words'
import type { Analyser } from '../analysis/analyser'
import { readCard } from '../analysis/model-files'
import type { Paths } from '../paths'
import type { Found } from './found'

/** A recording and what the training's own code, in Python, made of it: see `scripts/golden.mjs`. */
const goldenSchema = z.object({
  /** Of the graph that gave the logits. */
  modelSha256: z.string(),
  recording: z.string().regex(/^[\w.-]+$/),
  /** Largest difference of a window's logit. */
  tolerance: z.number().positive(),
  windows: z.array(z.object({ startS: z.number(), abnormalLogit: z.number() })).min(1)
})

/** Does this machine compute what the training computed? Decoder, resampler, graph and calibration in one go. */
export async function checkGoldenInference(
  paths: Pick<Paths, 'models' | 'resources'>,
  analyser: Pick<Analyser, 'analyse'>
): Promise<Found> {
  const folder = join(paths.resources, 'system')
  const golden = await readFile(join(folder, 'golden.json'), 'utf8')
    .then((text) => goldenSchema.parse(JSON.parse(text)))
    .catch(() => null)
  if (!golden) return { status: 'failed', finding: 'nothing-stored', values: { path: folder } }
  try {
    const { calibration, sha256 } = await readCard(paths.models)
    if (sha256 !== golden.modelSha256) return { status: 'warning', finding: 'other-model', values: { sha256 } }
    const path = join(folder, golden.recording)
    const { analysis, timingsMs } = await analyser.analyse({ input: { path }, wantsPictures: false })
    const differences = golden.windows.map(({ startS, abnormalLogit }) => {
      const window = analysis.windows.find((candidate) => candidate.startS === startS)
      if (!window) throw new AppError('internal', `no window at ${startS} s`)
      return Math.abs(window.abnormalProbability - calibrated(abnormalLogit, calibration))
    })
    // A probability moves by at most a quarter of what its calibrated logit moves by.
    const tolerance = (golden.tolerance * Math.abs(calibration.scale)) / 4
    const difference = Math.max(...differences)
    const isEqual = difference <= tolerance && analysis.windows.length === golden.windows.length
    return {
      status: isEqual ? 'ok' : 'failed',
      finding: isEqual ? 'ok' : 'differs',
      values: {
        windows: golden.windows.length,
        difference: Number(difference.toPrecision(2)),
        tolerance: Number(tolerance.toPrecision(2)),
        totalMs: timingsMs.total
      }
    }
  } catch (error) {
    const { code, values } = toErrorReply(error)
    const problem = wordsFor('en').errors.explain({ code, values }).what
    return { status: 'failed', finding: 'not-analysed', values: { problem, code } }
  }
}
