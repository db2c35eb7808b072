import { describe, expect, it } from 'vitest'
import type { Picture } from '../core/picture'
import { overviewPeaks, usualReach, type WaveformFrame, waveformBars, waveformLine } from './waveform'

const waveform = (columns: [low: number, high: number][], hopS = 1): Picture<'waveform'> => ({
  kind: 'waveform',
  dims: [columns.length, 2],
  data: Float32Array.from(columns.flat()),
  firstS: 0,
  hopS
})
const frame = (changes: Partial<WaveformFrame>): WaveformFrame => ({
  fromS: 0,
  toS: 2,
  widthPx: 2,
  heightPx: 102,
  reach: 1,
  ...changes
})

describe('the waveform', () => {
  it('is not flattened by one knock', () => {
    const columns = Array.from({ length: 1000 }, (_, column): [number, number] =>
      column === 500 ? [-1, 1] : [-0.1, 0.1]
    )
    expect(usualReach(waveform(columns))).toBeCloseTo(0.125)
    expect(usualReach(waveform([[-0.5, 0.25]]))).toBe(0.5)
    expect(usualReach(waveform([]))).toBe(0)
  })

  it('reaches the edges at its reach, stays where the sound is, and goes beyond where it is louder', () => {
    const columns = waveform([
      [-1, 1],
      [0.5, 1]
    ])
    expect([...waveformBars(columns, frame({}))]).toEqual([1, 100, 1, 25])
    expect([...waveformBars(columns, frame({ reach: 0.5 }))]).toEqual([-49, 200, -49, 50])
  })

  it('keeps the extremes of all columns that share a pixel', () => {
    const columns = waveform([
      [-0.2, 0.1],
      [-1, 0.1],
      [0, 1],
      [0, 0]
    ])
    expect([...waveformBars(columns, frame({ toS: 4, widthPx: 1 }))]).toEqual([1, 100])
  })

  it('shows only the stretch that is looked at', () => {
    const columns = waveform([
      [-1, 1],
      [0, 0],
      [-0.5, 0.5]
    ])
    expect([...waveformBars(columns, frame({ fromS: 1, toS: 3 }))]).toEqual([51, 1, 26, 50])
  })

  it('draws silence as a line, and nothing where there is no sound', () => {
    expect([...waveformBars(waveform([[0, 0]]), frame({}))]).toEqual([51, 1, 0, 0])
    expect([...waveformBars(waveform([]), frame({}))]).toEqual([0, 0, 0, 0])
  })

  it('goes from sample to sample where it is looked at closely: a sound split by 3 ms is two peaks, not one column', () => {
    const samples = new Float32Array(10)
    samples[1] = 1
    samples[7] = 1
    const columns = waveform([[0, 1]], 0.005)
    const close = frame({ toS: 0.005, widthPx: 10 })
    const stairs = waveformBars(columns, close)
    expect(new Set(stairs)).toEqual(new Set([1, 50]))
    const line = waveformLine({ samples, sampleRate: 2000 }, 0, close)
    const heights = samples.map((_, n) => line[2 * n + 1]!)
    expect([...heights]).toEqual([51, 1, 51, 51, 51, 51, 51, 1, 51, 51])
    expect([line[0], line[2], line[18]]).toEqual([0, 1, 9])
  })

  it('puts the first sample where it belongs', () => {
    const line = waveformLine({ samples: Float32Array.of(0, 0), sampleRate: 10 }, 0.9, frame({ fromS: 1, widthPx: 20 }))
    expect([line[0], line[2]]).toEqual([-2, 0])
  })

  it('fills a strip with the whole recording, and cuts a knock off at its edge', () => {
    const columns = Array.from({ length: 1000 }, (_, column): [number, number] =>
      column === 250 ? [-0.9, 0.9] : [-0.1, 0.2]
    )
    const [high, low] = overviewPeaks(waveform(columns))
    expect(high).toHaveLength(1000)
    expect([high[0], low[0]]).toEqual([expect.closeTo(0.8), expect.closeTo(-0.4)])
    expect([high[250], low[250]]).toEqual([1, -1])
    expect(overviewPeaks(waveform([[0, 0]]))[0]).toEqual(new Float32Array(1))
  })
})
