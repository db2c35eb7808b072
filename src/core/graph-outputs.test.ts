import { describe, expect, it } from 'vitest'
import { outputsFrom } from './graph-outputs'

const output = (...dims: number[]) => ({ dims, data: new Float32Array(dims.reduce((a, b) => a * b, 1)) })
const results = {
  abnormal_logit: output(2),
  murmur_logit: output(2),
  quality_logit: output(2),
  log_mel: output(2, 3, 4),
  evidence_map: output(2, 3, 5),
  murmur_evidence_map: output(2, 3, 5),
  cycle: output(2, 12, 5),
  embedding: output(2, 6)
}

describe('graph outputs', () => {
  it('are known by our names, shapes and all', () => {
    const { logMel, embedding } = outputsFrom(results)
    expect(logMel.dims).toEqual([2, 3, 4])
    expect(embedding.data).toBe(results.embedding.data)
  })

  it('names one that is missing or of another type', () => {
    const damaged = expect.objectContaining({
      code: 'model-damaged',
      message: 'the graph gives no float32 evidence_map'
    })
    const { evidence_map: _, ...without } = results
    expect(() => outputsFrom(without)).toThrow(damaged)
    expect(() => outputsFrom({ ...results, evidence_map: { dims: [2], data: new Int32Array(2) } })).toThrow(damaged)
  })
})
