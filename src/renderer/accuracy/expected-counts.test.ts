import { expect, it } from 'vitest'
import { expectedCounts } from './expected-counts'

const exactly = (value: number) => ({ value, low: value, high: value })
const point = { sensitivity: exactly(0.8), specificity: exactly(0.9) }

it('counts what an operating point would do among many, and among few that are labelled abnormal', () => {
  expect(expectedCounts(point, 0.5)).toEqual({
    total: 1000,
    abnormal: 500,
    found: 400,
    missed: 100,
    falseAlarms: 50,
    quiet: 450
  })
  expect(expectedCounts(point, 0.02)).toMatchObject({ abnormal: 20, found: 16, missed: 4, falseAlarms: 98 })
})

it('loses nobody to rounding', () => {
  for (const baseRate of [0.003, 0.137, 0.5017]) {
    const { total, found, missed, falseAlarms, quiet } = expectedCounts(point, baseRate)
    expect(found + missed + falseAlarms + quiet).toBe(total)
  }
})
