import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'
import type { Model, Outputs } from '../../core/analyse'
import { AppError } from '../../core/errors'
import { outputsFrom } from '../../core/graph-outputs'
import type { Tensor } from '../../core/tensor'
import { type ModelFiles, readModel } from './model-files'

/**
 * The model as a function, run by ONNX Runtime on this thread.
 *
 * One thread: for a graph this small a second one costs more in waiting than it saves.
 *
 * @throws {AppError} as `readModel`, and `model-damaged` when the graph cannot be loaded
 */
export async function loadModel(folder: string): Promise<Model> {
  return modelOf(await readModel(folder))
}

/** @throws {AppError} `model-damaged` when the graph cannot be loaded */
export async function modelOf({ graph, card }: ModelFiles): Promise<Model> {
  const session = await openSession(graph)
  return { card, predict: (input) => run(session, input) }
}

/** @param graph bytes of an ONNX file */
export async function openSession(graph: Uint8Array): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(graph, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3
    })
  } catch (cause) {
    throw new AppError('model-damaged', 'ONNX Runtime refuses the graph', { cause })
  }
}

async function run(session: InferenceSession, { dims, data }: Tensor): Promise<Outputs> {
  return outputsFrom(await session.run({ pcg: new OrtTensor('float32', data, dims) }))
}
