import type { Analysis } from '../../../src/core/analysis'
import { AppError, fromErrorReply } from '../../../src/core/errors'
import type { AnalyseReply, AnalyseRequest, HereStep } from './messages'

export interface Here {
  analysis: Analysis
  /** From samples or bytes to answer, without the loading. */
  ms: number
}

let worker: Worker | undefined

/**
 * The whole analysis on this phone; the runtime is fetched when this is first asked for, and kept warm.
 *
 * One at a time: the page shows one screen.
 *
 * @throws {AppError} what is wrong with the recording; `internal` when the network cannot be had or run
 */
export function analyseHere(request: AnalyseRequest, onStep: (step: HereStep) => void): Promise<Here> {
  worker ??= new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' })
  const asked = worker
  return new Promise((resolve, reject) => {
    const fail = (error: AppError) => {
      // Whatever state it is in, the next try begins with a new one.
      if (error.code === 'internal') {
        asked.terminate()
        worker = undefined
      }
      reject(error)
    }
    asked.onerror = ({ message }) => fail(new AppError('internal', message))
    asked.onmessage = ({ data }: MessageEvent<AnalyseReply>) => {
      if (data.kind === 'step') onStep(data.step)
      else if (data.kind === 'done') resolve(data)
      else fail(fromErrorReply(data.error))
    }
    asked.postMessage(request)
  })
}
