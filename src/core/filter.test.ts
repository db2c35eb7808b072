import { describe, expect, it } from 'vitest'
import { bandPass, filterBothWays, highPass, lowPass, type Section } from './filter'

const RATE = 2000
const sine = (hz: number) => Float64Array.from({ length: 4000 }, (_, n) => Math.sin((2 * Math.PI * hz * n) / RATE))
const levelDb = (values: Float64Array) => {
  const middle = values.subarray(1000, 3000)
  return 10 * Math.log10(middle.reduce((sum, value) => sum + value * value, 0) / middle.length) + 3.0103
}
const gainDb = (section: Section, hz: number) => levelDb(filterBothWays(sine(hz), section))

describe('filters', () => {
  it('loses 6 dB at the corner when run both ways', () => {
    expect(gainDb(lowPass(100, RATE), 100)).toBeCloseTo(-6.02, 1)
    expect(gainDb(highPass(100, RATE), 100)).toBeCloseTo(-6.02, 1)
  })

  it('falls by 24 dB an octave beyond it, and passes the rest', () => {
    expect(gainDb(lowPass(50, RATE), 200)).toBeLessThan(-46)
    expect(gainDb(highPass(200, RATE), 50)).toBeLessThan(-46)
    expect(gainDb(lowPass(200, RATE), 20)).toBeCloseTo(0, 1)
  })

  it('passes a band, also where the sample rate cannot hold its upper end', () => {
    const throughDb = (hz: number, high: number) => levelDb(bandPass(sine(hz), { low: 100, high }, RATE))
    expect(throughDb(200, 400)).toBeGreaterThan(-1)
    expect(throughDb(25, 400)).toBeLessThan(-40)
    expect(throughDb(800, 400)).toBeLessThan(-20)
    expect(throughDb(400, 5000)).toBeGreaterThan(-1)
  })

  it('does not delay', () => {
    const pulse = new Float64Array(401)
    pulse[200] = 1
    const filtered = filterBothWays(pulse, lowPass(100, RATE))
    expect(filtered.indexOf(Math.max(...filtered))).toBe(200)
    expect(filtered[190]).toBeCloseTo(filtered[210]!, 3)
  })

  it('makes no step at the edges of a constant', () => {
    const constant = new Float64Array(100).fill(0.5)
    expect(Math.max(...filterBothWays(constant, highPass(25, RATE)).map(Math.abs))).toBeLessThan(1e-9)
    expect(Math.min(...filterBothWays(constant, lowPass(25, RATE)))).toBeCloseTo(0.5, 9)
  })

  it('refuses a corner outside the band', () => {
    expect(() => lowPass(1000, RATE)).toThrow(RangeError)
    expect(() => highPass(0, RATE)).toThrow(RangeError)
  })
})
