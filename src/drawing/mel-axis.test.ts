import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandAtHeight, heightOfHz, hertzTicks, hzAtHeight } from './mel-axis'

/** Four bands, 100 Hz apart: linear, so that heights can be worked out by hand. */
const BANDS = [1, 2, 3, 4].map((n) => ({
  lowHz: 100 * (n - 1) + 50,
  centreHz: 100 * n + 50,
  highHz: 100 * (n + 1) + 50
}))

describe('the mel axis', () => {
  it('puts a band’s centre in the middle of its row', () => {
    expect(heightOfHz(150, BANDS)).toBeCloseTo(0.125)
    expect(heightOfHz(450, BANDS)).toBeCloseTo(0.875)
    expect(heightOfHz(200, BANDS)).toBeCloseTo(0.25)
  })

  it('ends where the bands end', () => {
    expect(heightOfHz(50, BANDS)).toBeCloseTo(0)
    expect(heightOfHz(550, BANDS)).toBeCloseTo(1)
    expect(heightOfHz(49, BANDS)).toBeNull()
    expect(heightOfHz(551, BANDS)).toBeNull()
    expect(heightOfHz(100, [])).toBeNull()
  })

  it('reads the band under a height', () => {
    expect(bandAtHeight(0, 4)).toBe(0)
    expect(bandAtHeight(0.26, 4)).toBe(1)
    expect(bandAtHeight(1, 4)).toBe(3)
  })

  it('goes from a frequency to its height and back', () => {
    expect(hzAtHeight(0.6, BANDS)).toBeCloseTo(340)
    fc.assert(
      fc.property(fc.double({ min: 50, max: 550, noNaN: true }), (hertz) => {
        expect(hzAtHeight(heightOfHz(hertz, BANDS)!, BANDS)).toBeCloseTo(hertz, 6)
      })
    )
  })

  it('leaves out ticks that would touch', () => {
    expect(hertzTicks(BANDS, 0).map(({ hertz }) => hertz)).toEqual([50, 100, 150, 200, 300, 400, 500])
    const heights = hertzTicks(BANDS, 0.2).map(({ height }) => height)
    for (const [index, height] of heights.slice(1).entries())
      expect(height - heights[index]!).toBeGreaterThanOrEqual(0.2)
  })
})
