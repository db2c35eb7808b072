import { describe, expect, it } from 'vitest'
import { evidenceArea, evidenceScale } from './evidence-area'

const EVIDENCE = { data: Float32Array.of(0, 2, -4, 1), firstS: 0, hopS: 1 }
const VIEW = { durationS: 4, widthPx: 40, pxPerS: 10, scrollPx: 0 }

describe('the evidence strip', () => {
  it('draws each side on its own half of the line', () => {
    const up = evidenceArea(EVIDENCE, 'up', VIEW, 42, 4)
    expect(up).toBe('M0.0 21L0.0 21.0L10.0 11.0L20.0 21.0L30.0 16.0L30.0 21Z')
    const down = evidenceArea(EVIDENCE, 'down', VIEW, 42, 4)
    expect(down).toContain('L20.0 41.0')
  })

  it('draws nothing where there is nothing', () => {
    expect(evidenceArea({ ...EVIDENCE, data: new Float32Array(0) }, 'down', VIEW, 42, 1)).toBe('')
  })

  it('does not blow up what is weak', () => {
    expect(evidenceScale({ ...EVIDENCE, data: Float32Array.of(0.01, -0.02) })).toBe(1)
    expect(evidenceScale({ ...EVIDENCE, data: Float32Array.of(0.01, -0.02), hopS: 0.125 })).toBe(0.125)
    expect(evidenceScale(EVIDENCE)).toBe(4)
  })
})
