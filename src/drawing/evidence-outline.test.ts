import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../core/picture'
import {
  decidingStrength,
  framesPerCell,
  outlinePath,
  outlinesOf,
  pooled,
  pullAt,
  rowEdges,
  strongestOf
} from './evidence-outline'

/** Rows from below, as they are counted. */
function mapOf(rows: number[][]): Picture<'evidence-map'> {
  return {
    kind: 'evidence-map',
    dims: [rows.length, rows[0]?.length ?? 0],
    data: Float32Array.from(rows.flat()),
    firstS: 0.5,
    hopS: 1
  }
}

/** Twice the area inside, by the corners alone. @source Gauss's area formula */
function doubleArea(outlines: ReturnType<typeof outlinesOf>): number {
  return outlines.reduce(
    (sum, outline) =>
      sum +
      outline.reduce((area, { frame, row }, corner) => {
        const next = outline[(corner + 1) % outline.length]!
        return area + frame * next.row - next.frame * row
      }, 0),
    0
  )
}

describe('the outlines of the evidence', () => {
  const map = mapOf([
    [0, 3, 3, 0, -4],
    [0, 3, 0, 0, 0]
  ])

  it('go around what decides, each side by itself', () => {
    const [towards, ...others] = outlinesOf(map, 'up', 3)
    expect(others).toEqual([])
    expect(new Set(towards?.map(({ frame, row }) => `${frame} ${row}`))).toEqual(
      new Set(['1 0', '2 0', '3 0', '3 1', '2 1', '2 2', '1 2', '1 1'])
    )
    expect(outlinesOf(map, 'down', 3).map((outline) => outline.length)).toEqual([4])
    expect(outlinesOf(map, 'down', 5)).toEqual([])
  })

  it('hold as many cells as decide, whatever their shape: holes, corners that touch', () => {
    const cells = fc.array(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 7, maxLength: 7 }), {
      minLength: 1,
      maxLength: 5
    })
    fc.assert(
      fc.property(cells, (rows) => {
        const inside = rows.flat().filter((value) => value === 1).length
        expect(doubleArea(outlinesOf(mapOf(rows), 'up', 1))).toBe(2 * inside)
      })
    )
  })

  it('take the fewest cells that bring half of all pull', () => {
    expect(decidingStrength(mapOf([[5, -3, 1, 1]]))).toBe(5)
    expect(decidingStrength(mapOf([[4, -3, 2, 1]]))).toBe(3)
    expect(outlinesOf(mapOf([[0, 0]]), 'up', decidingStrength(mapOf([[0, 0]])))).toEqual([])
  })

  it('join frames that would be too narrow, and lose nothing of what they bring', () => {
    expect(framesPerCell({ hopS: 0.128 }, { pxPerS: 800 })).toBe(1)
    expect(framesPerCell({ hopS: 0.128 }, { pxPerS: 24 })).toBe(4)
    const joined = pooled(map, 2)
    expect([...joined.data]).toEqual([3, 3, -4, 3, 0, 0])
    expect(joined).toMatchObject({ dims: [expect.any(Number), 3], firstS: 1, hopS: 2 })
  })

  it('lie on the picture where the rows are, and nowhere that is not seen', () => {
    const view = { durationS: 5, widthPx: 50, pxPerS: 10, scrollPx: 0 }
    const normal = outlinesOf(map, 'down', 3)
    expect(outlinePath(normal, map, [0, 0.25, 1], view, 100)).toBe('M40.0 100.0L50.0 100.0L50.0 75.0L40.0 75.0Z')
    expect(outlinePath(normal, map, [0, 0.25, 1], { ...view, widthPx: 30 }, 100)).toBe('')
  })

  it('part rows in the middle of where they overlap', () => {
    const bands = [20, 40, 60, 80].map((hertz) => ({ lowHz: hertz, centreHz: hertz + 20, highHz: hertz + 40 }))
    const rows = [
      { lowHz: 20, highHz: 80 },
      { lowHz: 60, highHz: 120 }
    ]
    expect(rowEdges(rows, bands)).toEqual([0, 0.5, 1])
  })

  it('tell what a place brings, and nothing outside', () => {
    const shown = { map, edges: [0, 0.5, 1], strongest: strongestOf(map) }
    expect(pullAt(4.2, 0.1, shown)).toBe(-1)
    expect(pullAt(1.2, 0.9, shown)).toBe(0.75)
    expect(pullAt(5.6, 0.1, shown)).toBeNull()
  })
})
