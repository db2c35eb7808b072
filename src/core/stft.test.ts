import { describe, expect, it } from 'vitest'
import { stftPower } from './stft'

const OPTIONS = { fftSize: 64, hopLength: 8 }
const hann = (length: number) => Float64Array.from({ length }, (_, n) => 1 - Math.cos((2 * Math.PI * n) / length))
const HANN = hann(64)

const sine = (hertz: number, length: number, amplitude = 1) =>
  Float32Array.from({ length }, (_, n) => amplitude * Math.sin((2 * Math.PI * hertz * n) / 2000))

describe('the short-time spectrum', () => {
  it('gives a sine of amplitude 1 in the middle of a bin power 1, a quarter beside it, and nothing further off', () => {
    const { power, frameCount, binCount } = stftPower(sine(250, 64 + 8 * 5), HANN, OPTIONS)
    expect([frameCount, binCount]).toEqual([6, 33])
    for (let frame = 0; frame < frameCount; frame++) {
      const bins = power.subarray(frame * binCount, (frame + 1) * binCount)
      expect([6, 7, 8, 9, 10].map((bin) => Number(bins[bin]!.toFixed(6)))).toEqual([0, 0.25, 1, 0.25, 0])
    }
  })

  it('has as many frames as lie whole within the samples', () => {
    const frames = (length: number) => stftPower(new Float32Array(length), HANN, OPTIONS).frameCount
    expect([0, 63, 64, 71, 72, 73].map(frames)).toEqual([0, 0, 1, 1, 2, 2])
  })

  it('draws the same spectrum at more points where the transform is longer than the window', () => {
    const samples = sine(262, 64, 0.3)
    const coarse = stftPower(samples, HANN, OPTIONS).power
    const fine = stftPower(samples, HANN, { ...OPTIONS, fftSize: 256 })
    expect(fine.binCount).toBe(129)
    for (const [bin, power] of coarse.entries()) expect(fine.power[4 * bin]).toBeCloseTo(power, 6)
  })

  it('does not hear an offset', () => {
    const { power } = stftPower(new Float32Array(64).fill(0.5), HANN, OPTIONS)
    expect(Math.max(...power)).toBeLessThan(1e-12)
  })

  it('hears a click only in the frames that hold it', () => {
    const samples = new Float32Array(64 * 3)
    samples[100] = 1
    const { power, binCount, frameCount } = stftPower(samples, HANN, { ...OPTIONS, hopLength: 16 })
    const heard = Array.from({ length: frameCount }, (_, frame) => power[frame * binCount + 10]! > 1e-9)
    expect(heard).toEqual([false, false, false, true, true, true, true, false, false])
  })

  it('refuses a window longer than the transform, and a hop that is no positive integer', () => {
    expect(() => stftPower(new Float32Array(65), hann(65), OPTIONS)).toThrow(RangeError)
    expect(() => stftPower(new Float32Array(64), HANN, { ...OPTIONS, hopLength: 0 })).toThrow(RangeError)
    expect(() => stftPower(new Float32Array(64), HANN, { ...OPTIONS, hopLength: 1.5 })).toThrow(RangeError)
  })
})
