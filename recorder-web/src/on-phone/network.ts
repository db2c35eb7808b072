import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { env, InferenceSession, Tensor as OrtTensor } from 'onnxruntime-web/wasm'
import { PHONE_PATHS } from '../../../src/contracts/phone-api'
import type { Model, Outputs } from '../../../src/core/analyse'
import { outputsFrom } from '../../../src/core/graph-outputs'
import type { ModelCard } from '../../../src/core/model-card'
import type { Tensor } from '../../../src/core/tensor'
import { sha256Hex } from '../pairing/mac'
import { fetchKept, fetchLatest } from './fetch-kept'

/**
 * The desktop's own graph and card, run by ONNX Runtime in WebAssembly.
 *
 * One thread: more need a shared memory that a page gets only under headers, and gain nothing on a graph this small.
 *
 * @throws {Error} when a file is missing, is not what the card says, or cannot be run
 */
export async function loadNetwork(): Promise<Model> {
  const card = JSON.parse(new TextDecoder().decode(await fetchLatest(`/${PHONE_PATHS.card}`))) as ModelCard
  const [graph, wasm] = await Promise.all([
    fetchKept(`/${PHONE_PATHS.graph}`, async (bytes) => (await sha256Hex(new Uint8Array(bytes))) === card.sha256),
    fetchKept(wasmUrl, async (bytes) => WebAssembly.validate(bytes.slice(0, 8)))
  ])
  env.wasm.numThreads = 1
  env.wasm.wasmBinary = wasm
  const session = await InferenceSession.create(graph, { executionProviders: ['wasm'] })
  return { card, predict: (input) => run(session, input) }
}

async function run(session: InferenceSession, { dims, data }: Tensor): Promise<Outputs> {
  return outputsFrom(await session.run({ pcg: new OrtTensor('float32', data, dims) }))
}
