import type { Analysis } from '../../../src/core/analysis'
import type { Pcg } from '../../../src/core/pcg'
import type { AnalyseReply, AnalyseRequest, HereStep } from './messages'

export interface Here {
  analysis: Analysis
  /** From samples to answer, without the loading. */
  ms: number
}

let worker: Worker | undefined

/**
 * The whole analysis on this phone; the runtime is fetched when this is first asked for, and kept warm.
 *
 * One at a time: the page shows one screen.
 *
 * @throws {RangeError} when the recording is too short
 * @throws {Error} when the network cannot be had or run
 */
export function analyseHere(pcg: Pcg, onStep: (step: HereStep) => void): Promise<Here> {
  worker ??= new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' })
  const asked = worker
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      asked.terminate()
      worker = undefined
      reject(error)
    }
    asked.onerror = ({ message }) => fail(new Error(message))
    asked.onmessage = ({ data }: MessageEvent<AnalyseReply>) => {
      if (data.kind === 'step') onStep(data.step)
      else if (data.kind === 'done') resolve(data)
      else if (data.isShort) reject(new RangeError(data.message))
      else fail(new Error(data.message))
    }
    asked.postMessage({ pcg } satisfies AnalyseRequest)
  })
}
