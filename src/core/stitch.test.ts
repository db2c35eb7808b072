import { describe, expect, it } from 'vitest'
import { stitchRows } from './stitch'
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
    const { data } = stitchRows(numbered(3), axis, layout, [true, true, true])
    expect(data).toHaveLength(10)
    expect([...data].map((value) => Math.floor(value / 100))).toEqual([0, 0, 0, 0, 1, 1, 2, 2, 2, 2])
    // 4.5 s is frame 1.5 of the window at 2.5 s: rounded to 2.
    expect(data[4]).toBe(102)
    expect(data[9]).toBe(204)
  })

  it('keeps one window as it is', () => {
    const { data } = stitchRows(numbered(1), axis, { startsS: [0], windowS: 5, durationS: 5 }, [true])
    expect([...data]).toEqual([0, 1, 2, 3, 4])
  })

  it('ends where a repeated recording ends', () => {
    const layout = { startsS: [0], windowS: 5, durationS: 3 }
    expect(stitchRows(numbered(1), axis, layout, [true]).data).toHaveLength(3)
  })

  it('takes evidence only from the windows that the answer was made of', () => {
    const layout = { startsS: [0, 2.5, 5, 7.5], windowS: 5, durationS: 12.5 }
    const taken = (...counted: boolean[]) =>
      [...stitchRows(numbered(4), axis, layout, counted).data].map((value) =>
        value === 0 ? null : Math.floor(value / 100)
      )
    expect(taken(false, true, true, true)).toEqual([null, null, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3])
    expect(taken(false, false, false, true)).toEqual([null, null, null, null, null, null, null, 3, 3, 3, 3, 3])
  })

  it('takes the rows of the map from the windows that their sum comes from', () => {
    const layout = { startsS: [0, 2.5, 5], windowS: 5, durationS: 10 }
    const one = numbered(3)
    const map = tensor(
      [3, 2, 5],
      Float32Array.from({ length: 30 }, (_, n) => {
        const [window, row, frame] = [Math.floor(n / 10), Math.floor(n / 5) % 2, n % 5]
        return row === 0 ? 1000 : one.data[window * 5 + frame]! - 1000
      })
    )
    const counted = [true, false, true]
    const { data, dims } = stitchRows(map, axis, layout, counted)
    expect(dims).toEqual([2, 10])
    const [, frameCount] = dims
    const sums = Array.from({ length: frameCount }, (_, frame) => data[frame]! + data[frameCount + frame]!)
    expect(sums).toEqual([...stitchRows(one, axis, layout, counted).data])
  })

  it('keeps the bands apart', () => {
    const logMel = tensor([1, 2, 5], Float32Array.from([0, 1, 2, 3, 4, 10, 11, 12, 13, 14]))
    const picture = stitchRows(logMel, axis, { startsS: [0], windowS: 5, durationS: 5 }, [true])
    expect(picture).toMatchObject({ dims: [2, 5], hopS: 1, firstS: 0.5 })
    expect([...picture.data]).toEqual([0, 1, 2, 3, 4, 10, 11, 12, 13, 14])
  })
})
