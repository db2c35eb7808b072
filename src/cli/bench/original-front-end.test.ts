import { describe, expect, it } from 'vitest'
import { createOriginalFrontEnd, hannWindow, hzToMel, melFilterBank, melToHz, ORIGINAL } from './original-front-end'

const FRAMES = 157
const frontEnd = createOriginalFrontEnd()
const sine = (hz: number) =>
  Float32Array.from({ length: ORIGINAL.windowLength }, (_, i) => Math.sin((2 * Math.PI * hz * i) / ORIGINAL.sampleRate))

/** The band whose triangle is highest at that frequency. */
function bandAt(hz: number): number {
  const bin = Math.round((hz * ORIGINAL.fftSize) / ORIGINAL.sampleRate)
  const heights = melFilterBank().map(({ firstBin, weights }) => weights[bin - firstBin] ?? 0)
  return heights.indexOf(Math.max(...heights))
}

describe('the front end of the original system', () => {
  it.each([250, 1000, 3000])('puts a sine of %d Hz into its band, in every frame away from the ends', (hz) => {
    const logMel = frontEnd(sine(hz))
    for (const frame of [10, 80, 146]) {
      const column = Array.from({ length: ORIGINAL.melBands }, (_, band) => logMel[band * FRAMES + frame]!)
      expect(column.indexOf(Math.max(...column))).toBe(bandAt(hz))
      expect(Math.max(...column)).toBeCloseTo(0, 1)
    }
  })

  it('gives 128 bands of 157 frames, 0 dB at most and -80 dB at least', () => {
    const logMel = frontEnd(sine(500))
    expect(logMel.length).toBe(128 * 157)
    expect(Math.max(...logMel)).toBe(0)
    expect(Math.min(...logMel)).toBe(-80)
  })

  it('does not change with the gain, and hears nothing in silence', () => {
    const [loud, soft] = [frontEnd(sine(700)), frontEnd(sine(700).map((sample) => sample / 50))]
    const largest = Math.max(...loud.map((value, index) => Math.abs(soft[index]! - value)))
    expect(largest).toBeLessThan(1e-3)
    expect(new Set(frontEnd(new Float32Array(ORIGINAL.windowLength)))).toEqual(new Set([0]))
  })

  it('centres its frames: a click is loudest in the frame at its place', () => {
    const click = new Float32Array(ORIGINAL.windowLength)
    click[50 * ORIGINAL.hopLength] = 1
    const row = frontEnd(click).subarray(64 * FRAMES, 65 * FRAMES)
    expect(row.indexOf(Math.max(...row))).toBe(50)
  })

  it.each([39_999, 40_001])('refuses %d samples', (length) => {
    expect(() => frontEnd(new Float32Array(length))).toThrow(RangeError)
  })

  it('has triangles of area one, as far as its bins can tell', () => {
    const binHz = ORIGINAL.sampleRate / ORIGINAL.fftSize
    const areas = melFilterBank().map(({ weights }) => weights.reduce((sum, weight) => sum + weight * binHz, 0))
    // Low bands are as narrow as two bins: the sum is coarse there, and fine where they are wide.
    for (const area of areas.slice(100)) expect(area).toBeCloseTo(1, 1)
    for (const area of areas) expect(area).toBeGreaterThan(0)
  })

  it('knows the mel scale at its corners, there and back', () => {
    expect(hzToMel(1000)).toBeCloseTo(15, 12)
    expect(hzToMel(6400)).toBeCloseTo(42, 12)
    for (const hz of [0, 60, 999, 1001, 4000]) expect(melToHz(hzToMel(hz))).toBeCloseTo(hz, 9)
  })

  it('has a periodic Hann window', () => {
    const window = hannWindow(8)
    expect(window[0]).toBe(0)
    expect(window[4]).toBe(1)
    expect(window[1]).toBeCloseTo(window[7]!, 12)
  })
})
