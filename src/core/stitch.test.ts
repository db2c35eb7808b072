import { describe, expect, it } from 'vitest'
import { stitchEvidence, stitchSpectrogram } from './stitch'
import { tensor } from './tensor'

/** Windows of 5 s, a frame a second, its first centred at half a second: frame `f` of window `w` holds `100 w + f`. */
const axis = { firstFrameCentreS: 0.5, hopS: 1 }
const numbered = (windows: number) =>
  tensor(
    [windows, 5],
    Float32Array.from({ length: windows * 5 }, (_, n) => 100 * Math.floor(n / 5) + (n % 5))
  )

describe('stitching', () => {
  it('takes each instant from the window whose centre is nearest', () => {
    const layout = { startsS: [0, 2.5, 5], windowS: 5, durationS: 10 }
    const { data } = stitchEvidence(numbered(3), axis, layout)
    expect(data).toHaveLength(10)
    expect([...data].map((value) => Math.floor(value / 100))).toEqual([0, 0, 0, 0, 1, 1, 2, 2, 2, 2])
    // 4.5 s is frame 1.5 of the window at 2.5 s: rounded to 2.
    expect(data[4]).toBe(102)
    expect(data[9]).toBe(204)
  })

  it('keeps one window as it is', () => {
    const { data } = stitchEvidence(numbered(1), axis, { startsS: [0], windowS: 5, durationS: 5 })
    expect([...data]).toEqual([0, 1, 2, 3, 4])
  })

  it('ends where a repeated recording ends', () => {
    expect(stitchEvidence(numbered(1), axis, { startsS: [0], windowS: 5, durationS: 3 }).data).toHaveLength(3)
  })

  it('keeps the bands apart', () => {
    const logMel = tensor([1, 2, 5], Float32Array.from([0, 1, 2, 3, 4, 10, 11, 12, 13, 14]))
    const picture = stitchSpectrogram(logMel, axis, { startsS: [0], windowS: 5, durationS: 5 })
    expect(picture).toMatchObject({ bandCount: 2, frameCount: 5, hopS: 1, firstFrameCentreS: 0.5 })
    expect([...picture.data]).toEqual([0, 1, 2, 3, 4, 10, 11, 12, 13, 14])
  })
})
