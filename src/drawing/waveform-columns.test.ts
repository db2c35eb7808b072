import { describe, expect, it } from 'vitest'
import { channelsOf, pixelLines } from './waveform-columns'

const lines = (low: number[], high: number[], peak: number, widthPx: number) => [
  ...pixelLines([low, high], peak, widthPx, 102)
]

describe('the waveform', () => {
  it('parts the columns into lowest and highest samples', () => {
    const { channels, peak } = channelsOf({ data: Float32Array.of(-0.5, 0.25, -0.125, 0) })
    expect([...channels[0]]).toEqual([-0.5, -0.125])
    expect([...channels[1]]).toEqual([0.25, 0])
    expect(peak).toBe(0.5)
  })

  it('is not flattened by one knock', () => {
    const columns = Array.from({ length: 1000 }, (_, column) => (column === 500 ? [-1, 1] : [-0.1, 0.1]))
    expect(channelsOf({ data: Float32Array.from(columns.flat()) }).peak).toBeCloseTo(0.125)
    expect(channelsOf({ data: new Float32Array(0) }).peak).toBe(0)
  })

  it('reaches the edges at its peak and stays where the sound is', () => {
    expect(lines([-1, 0.5], [1, 1], 1, 2)).toEqual([1, 100, 1, 25])
  })

  it('keeps the extremes of all columns that share a pixel', () => {
    expect(lines([-0.2, -1, 0, 0], [0.1, 0.1, 1, 0], 1, 1)).toEqual([1, 100])
  })

  it('draws silence as a line and nothing as nothing', () => {
    expect(lines([0], [0], 0, 1)).toEqual([51, 1])
    expect(lines([], [], 0, 3)).toEqual([])
  })
})
