import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClippingMeter, clippedFractionOf } from './clipping'

const sine = (gain: number) =>
  Float32Array.from({ length: 4000 }, (_, n) => Math.max(-0.5, Math.min(0.5, gain * Math.sin(n / 20))))

describe('clipping', () => {
  it('finds nothing in a clean wave, in silence and in nothing', () => {
    expect(clippedFractionOf(sine(0.4))).toBe(0)
    expect(clippedFractionOf(new Float32Array(100))).toBe(0)
    expect(clippedFractionOf(new Float32Array(0))).toBe(0)
  })

  it('finds a wave that was cut at half scale', () => {
    // Beyond a sixth of a turn on either side of its crest, twice as loud a sine is over the rail: two thirds of it.
    expect(clippedFractionOf(sine(1))).toBeCloseTo(2 / 3, 1)
  })

  it('counts two equal samples as chance and three as a rail', () => {
    expect(clippedFractionOf(Float32Array.of(0.1, 0.9, 0.9, -0.2, -0.8))).toBe(0)
    expect(clippedFractionOf(Float32Array.of(0.1, 0.9, 0.9, 0.9, -0.8))).toBeCloseTo(0.6, 9)
  })

  it('finds the same in one piece and in many', () => {
    const steps = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 20 }), (values, size) => {
        const samples = Float32Array.from(values, (value) => value / 8)
        const meter = new ClippingMeter()
        for (let start = 0; start < samples.length; start += size) meter.push(samples.subarray(start, start + size))
        expect(clippedFractionOf(samples) * samples.length).toBeCloseTo(meter.finish(), 6)
      })
    )
  })
})
