import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { env, InferenceSession, Tensor as OrtTensor } from 'onnxruntime-web/wasm'
import { PHONE_PATHS } from '../../../src/contracts/phone-api'
import type { Model, Outputs } from '../../../src/core/analyse'
import type { ModelCard } from '../../../src/core/model-card'
import { type Tensor, tensor } from '../../../src/core/tensor'
import { sha256Hex } from '../pairing/mac'
import { fetchKept } from './fetch-kept'

/** Our name of each output, and the graph's. */
const OUTPUT_NAMES = {
  abnormalLogit: 'abnormal_logit',
  qualityLogit: 'quality_logit',
  logMel: 'log_mel',
  evidence: 'evidence',
  embedding: 'embedding'
} as const satisfies Record<keyof Outputs, string>

/**
 * The desktop's own graph and card, run by ONNX Runtime in WebAssembly.
 *
 * One thread: more need a shared memory that a page gets only under headers, and gain nothing on a graph this small.
 *
 * @throws {Error} when a file is missing, is not what the card says, or cannot be run
 */
export async function loadNetwork(): Promise<Model> {
  const response = await fetch(`/${PHONE_PATHS.card}`)
  if (!response.ok) throw new Error(`no model card: ${response.status}`)
  const card = (await response.json()) as ModelCard
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
  const results = await session.run({ pcg: new OrtTensor('float32', data, dims) })
  const read = (name: keyof Outputs): Tensor => {
    const result = results[OUTPUT_NAMES[name]]
    if (!(result?.data instanceof Float32Array)) throw new Error(`the graph gives no float32 ${OUTPUT_NAMES[name]}`)
    return tensor(result.dims, result.data)
  }
  return {
    abnormalLogit: read('abnormalLogit'),
    qualityLogit: read('qualityLogit'),
    logMel: read('logMel'),
    evidence: read('evidence'),
    embedding: read('embedding')
  }
}
