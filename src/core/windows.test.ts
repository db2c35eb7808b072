import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutWindows, windowStarts } from './windows'

const ramp = (length: number) => Float32Array.from({ length }, (_, n) => n + 1)

describe('windows', () => {
  it.each([
    [99, [0]],
    [100, [0]],
    [101, [0, 1]],
    [150, [0, 50]],
    [151, [0, 50, 51]]
  ])('covers %i samples with windows of 100 every 50', (total, starts) => {
    expect(windowStarts(total, 100, 50)).toEqual(starts)
  })

  it('leaves no sample out and reads none twice from beyond the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 60 }), (total, length) => {
        const starts = windowStarts(total, length, Math.max(1, length >> 1))
        const covered = new Set(starts.flatMap((start) => Array.from({ length }, (_, n) => start + n)))
        for (let sample = 0; sample < total; sample++) expect(covered.has(sample)).toBe(true)
        if (total >= length) expect(starts.at(-1)! + length).toBe(total)
      })
    )
  })

  it('fills a window by repeating a recording that is shorter', () => {
    const { batch, isRepeated } = cutWindows(ramp(3), 8, 4)
    expect([...batch.data]).toEqual([1, 2, 3, 1, 2, 3, 1, 2])
    expect(isRepeated).toBe(true)
  })

  it('copies, so that the recording stays as it was', () => {
    const samples = ramp(10)
    const { batch } = cutWindows(samples, 5, 5)
    batch.data.fill(0)
    expect(samples[0]).toBe(1)
  })

  it('refuses a hop that would skip samples, and a recording without any', () => {
    expect(() => windowStarts(100, 10, 11)).toThrow(RangeError)
    expect(() => windowStarts(100, 10, 0)).toThrow(RangeError)
    expect(() => cutWindows(new Float32Array(0), 10, 5)).toThrow(RangeError)
  })
})
