import { describe, expect, it } from 'vitest'
import { bandwidthOf, isTrebleMissing } from './bandwidth'
import { tensor } from './tensor'

const BANDS = [40, 80, 160, 320, 640].map((centreHz) => ({ lowHz: centreHz / 2, centreHz, highHz: 2 * centreHz }))
const FRAMES = 21
/** Levels of windows by band, the same in every frame but for those that `change` names. */
const logMel = (windows: readonly (readonly number[])[], change: (level: number, frame: number) => number = (x) => x) =>
  tensor(
    [windows.length, BANDS.length, FRAMES],
    Float32Array.from(
      windows.flatMap((bands) =>
        bands.flatMap((level) => Array.from({ length: FRAMES }, (_, frame) => change(level, frame)))
      )
    )
  )
const heard = (...windows: number[][]) =>
  bandwidthOf(
    logMel(windows),
    windows.map(() => true),
    BANDS,
    { rangeDb: 40 }
  )

describe('the bandwidth', () => {
  it('reaches from the lowest to the highest band that is nearly as loud as the loudest', () => {
    expect(heard([-30, -20, -50, -60, -61])).toEqual({ lowHz: 40, highHz: 320 })
    expect(heard([-61, -20, -50, -90, -90])).toEqual({ lowHz: 80, highHz: 160 })
  })

  it('counts a band that is loud for a twentieth of the time, and none that is loud for one frame in twenty-one', () => {
    const rule = { rangeDb: 40 }
    const clicks = (count: number) =>
      logMel([[-20, -20, -20, -20, -90]], (level, frame) => (frame < count ? Math.max(level, -30) : level))
    expect(bandwidthOf(clicks(1), [true], BANDS, rule).highHz).toBe(320)
    expect(bandwidthOf(clicks(2), [true], BANDS, rule).highHz).toBe(640)
  })

  it('leaves out the windows that do not count', () => {
    const windows = logMel([
      [-20, -20, -20, -90, -90],
      [-20, -20, -20, -20, -20]
    ])
    expect(bandwidthOf(windows, [true, false], BANDS, { rangeDb: 40 }).highHz).toBe(160)
    expect(bandwidthOf(windows, [false, true], BANDS, { rangeDb: 40 }).highHz).toBe(640)
  })

  it('is the whole range of what is nothing but a floor', () => {
    expect(heard([-200, -200, -200, -200, -200])).toEqual({ lowHz: 40, highHz: 640 })
  })

  it('lacks treble only below the least that is needed', () => {
    expect(isTrebleMissing({ lowHz: 40, highHz: 320 }, { trebleHz: 320 })).toBe(false)
    expect(isTrebleMissing({ lowHz: 40, highHz: 320 }, { trebleHz: 321 })).toBe(true)
  })
})
