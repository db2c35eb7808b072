import { describe, expect, it } from 'vitest'
import { leavePartOut } from './leave-out'

const RATE = 2000
const sine = (hz: number) =>
  Float32Array.from({ length: 4 * RATE }, (_, n) => 0.5 * Math.sin((2 * Math.PI * hz * n) / RATE))
const level = (samples: Float32Array, startS = 1, endS = 3) => {
  const part = samples.subarray(startS * RATE, endS * RATE)
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length)
}

describe('a recording without a part', () => {
  it('is silent in the span and untouched outside it', () => {
    const samples = sine(100)
    const rest = leavePartOut({ samples, sampleRate: RATE }, { kind: 'span', startS: 1, endS: 2 }).samples
    expect(level(rest, 1.1, 1.9)).toBe(0)
    expect(rest.subarray(0, RATE)).toEqual(samples.subarray(0, RATE))
    expect(rest.subarray(2 * RATE)).toEqual(samples.subarray(2 * RATE))
    expect(level(samples)).toBeCloseTo(0.3536, 3)
  })

  it('fades, so that the cut is not heard', () => {
    const constant = new Float32Array(RATE).fill(1)
    const rest = leavePartOut({ samples: constant, sampleRate: RATE }, { kind: 'span', startS: 0.2, endS: 0.8 }).samples
    const steepest = rest.reduce((worst, sample, n) => Math.max(worst, Math.abs(sample - (rest[n - 1] ?? 1))), 0)
    expect(steepest).toBeLessThan(0.05)
  })

  it('loses the band and keeps what lies outside it', () => {
    const band = { kind: 'band', lowHz: 150, highHz: 300 } as const
    const kept = (hz: number) =>
      level(leavePartOut({ samples: sine(hz), sampleRate: RATE }, band).samples) / level(sine(hz))
    expect(kept(210)).toBeLessThan(0.001)
    expect(kept(120)).toBeCloseTo(1, 2)
    expect(kept(330)).toBeCloseTo(1, 2)
  })

  it('can lose everything below or above a pitch', () => {
    const low = { kind: 'band', lowHz: 0, highHz: 200 } as const
    const high = { kind: 'band', lowHz: 200, highHz: 1000 } as const
    expect(level(leavePartOut({ samples: sine(40), sampleRate: RATE }, low).samples)).toBeLessThan(0.01)
    expect(level(leavePartOut({ samples: sine(700), sampleRate: RATE }, high).samples)).toBeLessThan(0.02)
  })

  it('refuses a part that is none', () => {
    const pcg = { samples: sine(100), sampleRate: RATE }
    expect(() => leavePartOut(pcg, { kind: 'span', startS: 2, endS: 2 })).toThrow(RangeError)
    expect(() => leavePartOut(pcg, { kind: 'span', startS: 9, endS: 10 })).toThrow(RangeError)
    expect(() => leavePartOut(pcg, { kind: 'band', lowHz: 300, highHz: 200 })).toThrow(RangeError)
  })
})
