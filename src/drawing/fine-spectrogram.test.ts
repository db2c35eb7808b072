import { describe, expect, it } from 'vitest'
import { stftPower } from '../core/stft'
import { fineHopLength, fineSpectrogram, fineWindowLength } from './fine-spectrogram'
import { heightOfHz } from './mel-axis'
import { levelAt } from './spectrogram-pixels'

const RATE = 2000
const BANDS = Array.from({ length: 40 }, (_, band) => ({
  lowHz: 20 + 19 * band,
  centreHz: 39 + 19 * band,
  highHz: 58 + 19 * band
}))

/** The network's. */
const HANN = Float64Array.from({ length: 128 }, (_, n) => 1 - Math.cos((2 * Math.PI * n) / 128))

const rowOf = (hertz: number, rowCount: number) => Math.floor((heightOfHz(hertz, BANDS) ?? 0) * rowCount)
const burst = (n: number, centreS: number) =>
  Math.exp(-(((n / RATE - centreS) / 0.006) ** 2)) * Math.sin(2 * Math.PI * 120 * (n / RATE))

describe('the finer spectrogram', () => {
  it('never steps further than 4 ms, and less the larger the picture', () => {
    expect([100, 500, 501, 1000, 2000, 4000, 1e6].map((pxPerS) => fineHopLength(pxPerS, RATE))).toEqual([
      8, 8, 4, 4, 2, 1, 1
    ])
    for (const rate of [1000, 2000, 4000]) expect(fineHopLength(1, rate) / rate).toBeLessThanOrEqual(0.004)
  })

  it('shows a tone at its pitch and at its level', () => {
    const samples = Float32Array.from({ length: 400 }, (_, n) => 0.1 * Math.sin((2 * Math.PI * 200 * n) / RATE))
    const picture = fineSpectrogram({ samples, sampleRate: RATE }, 3, 8, BANDS)
    const [rowCount] = picture.dims
    const levels = Array.from({ length: rowCount }, (_, row) => levelAt(3.1, row, picture) ?? 0)
    // A tenth of a decibel goes between two rows.
    expect(Math.abs(Math.max(...levels) + 20)).toBeLessThan(0.1)
    expect(Math.abs(levels.indexOf(Math.max(...levels)) - rowOf(200, rowCount))).toBeLessThanOrEqual(1)
    expect(levelAt(3.1, rowOf(500, rowCount), picture)).toBeLessThan(-70)
  })

  it('has its first frame half a window after the first sample, and one for each hop', () => {
    const half = fineWindowLength(RATE) / 2
    const picture = fineSpectrogram({ samples: new Float32Array(2 * half + 80), sampleRate: RATE }, 1, 8, BANDS)
    expect(picture.firstS).toBeCloseTo(1 + half / RATE)
    expect([picture.dims, picture.hopS]).toEqual([[160, 11], 0.004])
    expect(Math.max(...picture.data)).toBeCloseTo(-120)
  })

  it('shows nothing beside a loud deep tone: no fringes that would be taken for sound', () => {
    const samples = Float32Array.from({ length: 800 }, (_, n) => Math.sin((2 * Math.PI * 40 * n) / RATE))
    const picture = fineSpectrogram({ samples, sampleRate: RATE }, 0, 8, BANDS)
    for (const hertz of [250, 300, 400, 700]) expect(levelAt(0.2, rowOf(hertz, 160), picture)).toBeLessThan(-80)
  })

  it('shows a second sound that is split by 30 ms as two, which frames of 64 ms every 16 do not', () => {
    const samples = Float32Array.from({ length: 800 }, (_, n) => burst(n, 0.185) + burst(n, 0.215))
    const picture = fineSpectrogram({ samples, sampleRate: RATE }, 0, 8, BANDS)
    const levelDb = (timeS: number) => levelAt(timeS, rowOf(120, picture.dims[0]), picture)!
    expect(levelDb(0.185) - levelDb(0.2)).toBeGreaterThan(3)
    expect(levelDb(0.215) - levelDb(0.2)).toBeGreaterThan(3)
    const { power, binCount } = stftPower(samples, HANN, { fftSize: 128, hopLength: 32 })
    // Frames around 176, 192, 208 and 224 ms: one hump, no gap in it.
    const [before, first, second, after] = [9, 10, 11, 12].map((frame) => power[frame * binCount + 8]!)
    expect(Math.abs(10 * Math.log10(first! / second!))).toBeLessThan(1)
    expect(Math.max(before!, after!)).toBeLessThan(Math.min(first!, second!))
  })
})
