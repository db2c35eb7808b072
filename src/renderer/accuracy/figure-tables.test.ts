import { describe, expect, it } from 'vitest'
import { card } from '../../../tests/builders/card'
import type { Metric } from '../../core/model-card'
import { areaUnder, comparisons, homeAndAway, tablesOf } from './figure-tables'

const figure = (protocol: string, data: string, measure: string, value: number): Metric => ({
  protocol,
  data,
  measure,
  count: 10,
  value,
  low: value - 0.1,
  high: value + 0.1
})

const METRICS = [
  figure('A: official', 'all databases', 'AUC', 0.9),
  figure('A: official', 'all databases', 'MAcc', 0.8),
  figure('A: official', 'database b', 'AUC', 0.7),
  figure('A, inside: folds', 'database b', 'AUC', 0.6),
  figure('A, inside: folds', 'database f', 'AUC', 0.65),
  figure('B: left out', 'database b', 'AUC', 0.55),
  figure('B: left out', 'database a', 'AUC', 0.5),
  figure('F: quality', 'database a', 'AUC', 0.95)
]

describe('the figures of the card', () => {
  it('become one table a protocol, with a hole where nothing was measured', () => {
    const tables = tablesOf(METRICS, 'A')
    expect(tables.map(({ protocol }) => protocol)).toEqual(['A: official', 'A, inside: folds'])
    expect(tables[0]?.measures).toEqual(['AUC', 'MAcc'])
    expect(tables[0]?.rows.map(({ data, count }) => [data, count])).toEqual([
      ['all databases', 10],
      ['database b', 10]
    ])
    expect(tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null))).toEqual([
      [0.9, 0.8],
      [0.7, null]
    ])
    expect(tablesOf(METRICS, 'C')).toEqual([])
  })

  it('stand at home and away side by side, the official list before the folds', () => {
    const rows = homeAndAway(METRICS).map(({ data, home, away }) => [data, home?.value ?? null, away?.value ?? null])
    expect(rows).toEqual([
      ['database a', null, 0.5],
      ['database b', 0.7, 0.55],
      ['database f', 0.65, null]
    ])
  })

  it('are compared where another model was measured alike, whatever follows the letter', () => {
    const forest = [figure('A: the same list', 'all databases', 'AUC', 0.8)]
    const original = [figure('A: the same list', 'all databases', 'AUC', 0.7), figure('C: shuffled', 'all', 'AUC', 1)]
    const alternatives = [forest, original].map((metrics) => ({ name: 'other', about: 'another', bytes: 1, metrics }))
    const rows = comparisons(METRICS, alternatives).map(({ figure: { data, measure }, cells }) => ({
      measured: `${measure}, ${data}`,
      values: cells.map((cell) => cell?.value ?? null)
    }))
    expect(rows).toEqual([
      { measured: 'AUC, all databases', values: [0.9, 0.8, 0.7] },
      { measured: 'AUC, all', values: [null, null, 1] }
    ])
  })

  it('name the area under a curve, and none that was not measured', () => {
    const [curve] = card.curves
    const named = { ...curve!, protocol: 'A: official', data: 'database b' }
    expect(areaUnder(named, METRICS)?.value).toBe(0.7)
    expect(areaUnder({ ...named, data: 'database z' }, METRICS)).toBeNull()
  })
})
