import { describe, expect, it } from 'vitest'
import type { Picture } from '../core/picture'
import { dbRangeOf, frameAt, levelAt, pictureAt, spectrogramPixels } from './spectrogram-pixels'
import { VIRIDIS } from './viridis'

/** Two bands, four frames a second apart: the low band -80, -60, -40, -20 dB, the high one 0 dB throughout. */
const PICTURE: Picture<'spectrogram'> = {
  kind: 'spectrogram',
  dims: [2, 4],
  data: Float32Array.of(-80, -60, -40, -20, 0, 0, 0, 0),
  firstS: 0.5,
  hopS: 1
}
const RANGE = { low: -80, high: 0 }

function colourAt(pixels: Uint8ClampedArray, columns: number, column: number, row: number): number[] {
  return [...pixels.slice(4 * (row * columns + column), 4 * (row * columns + column) + 4)]
}

function colourOf(index: number): number[] {
  return [...VIRIDIS.slice(3 * index, 3 * index + 3), 255]
}

describe('the spectrogram’s pixels', () => {
  it('clips as far below the loudest point as the card says', () => {
    expect(dbRangeOf(PICTURE, 60)).toEqual({ high: 0, low: -60 })
    expect(dbRangeOf({ ...PICTURE, data: new Float32Array(0) }, 80)).toEqual({ high: 0, low: -80 })
  })

  it('finds the frame whose centre is nearest', () => {
    expect(frameAt(0.01, PICTURE)).toBe(0)
    expect(frameAt(1.01, PICTURE)).toBe(1)
    expect(frameAt(-0.1, PICTURE)).toBeNull()
    expect(frameAt(4.1, PICTURE)).toBeNull()
  })

  it('reads the measured value and no other', () => {
    expect(levelAt(2.2, 0, PICTURE)).toBe(-40)
    expect(levelAt(2.2, 1, PICTURE)).toBe(0)
    expect(levelAt(9, 0, PICTURE)).toBeNull()
  })

  it('shows one frame over several pixels in one colour, high bands on top', () => {
    const pixels = spectrogramPixels([PICTURE], RANGE, { fromS: 0, toS: 4 }, 8, 2)
    expect(colourAt(pixels, 8, 0, 1)).toEqual(colourOf(0))
    expect(colourAt(pixels, 8, 1, 1)).toEqual(colourOf(0))
    expect(colourAt(pixels, 8, 2, 1)).toEqual(colourOf(64))
    expect(colourAt(pixels, 8, 7, 1)).toEqual(colourOf(191))
    expect(colourAt(pixels, 8, 0, 0)).toEqual(colourOf(255))
  })

  it('shows the loudest of several frames in one pixel, never a mean that nobody measured', () => {
    const pixels = spectrogramPixels([PICTURE], RANGE, { fromS: 0, toS: 4 }, 2, 2)
    expect(colourAt(pixels, 2, 0, 1)).toEqual(colourOf(64))
    expect(colourAt(pixels, 2, 1, 1)).toEqual(colourOf(191))
  })

  it('leaves what lies beyond the recording empty', () => {
    const pixels = spectrogramPixels([PICTURE], RANGE, { fromS: 4, toS: 8 }, 4, 2)
    expect(Math.max(...pixels.slice(4))).toBe(0)
  })

  it('shows of several pictures the best that has a frame there', () => {
    const fine: Picture<'spectrogram'> = {
      ...PICTURE,
      dims: [1, 2],
      data: Float32Array.of(0, 0),
      firstS: 1.25,
      hopS: 0.5
    }
    expect([pictureAt(0.9, [fine, PICTURE]), pictureAt(1.1, [fine, PICTURE])]).toEqual([PICTURE, fine])
    expect(pictureAt(9, [fine, PICTURE])).toBeUndefined()
    const pixels = spectrogramPixels([fine, PICTURE], RANGE, { fromS: 0, toS: 4 }, 4, 2)
    expect([0, 1, 2].map((column) => colourAt(pixels, 4, column, 1))).toEqual([0, 255, 128].map(colourOf))
  })
})
