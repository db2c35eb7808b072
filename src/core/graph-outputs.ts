import type { Outputs } from './analyse'
import { AppError } from './errors'
import { type Tensor, tensor } from './tensor'

/** The graph's name of each output. @see models/README.md */
const NAMES = {
  abnormalLogit: 'abnormal_logit',
  murmurLogit: 'murmur_logit',
  qualityLogit: 'quality_logit',
  logMel: 'log_mel',
  evidenceMap: 'evidence_map',
  murmurEvidenceMap: 'murmur_evidence_map',
  cycle: 'cycle',
  embedding: 'embedding'
} as const satisfies Record<keyof Outputs, string>

/** What ONNX Runtime answers, natively and in a browser alike. */
type Results = Readonly<Record<string, { dims: readonly number[]; data: unknown }>>

/**
 * A run's results by our names.
 *
 * @throws {AppError} `model-damaged` when the graph does not give one of them as float32
 */
export function outputsFrom(results: Results): Outputs {
  const read = (name: keyof Outputs): Tensor => {
    const result = results[NAMES[name]]
    if (!(result?.data instanceof Float32Array)) {
      throw new AppError('model-damaged', `the graph gives no float32 ${NAMES[name]}`)
    }
    return tensor(result.dims, result.data)
  }
  return {
    abnormalLogit: read('abnormalLogit'),
    murmurLogit: read('murmurLogit'),
    qualityLogit: read('qualityLogit'),
    logMel: read('logMel'),
    evidenceMap: read('evidenceMap'),
    murmurEvidenceMap: read('murmurEvidenceMap'),
    cycle: read('cycle'),
    embedding: read('embedding')
  }
}
