import { describe, expect, it } from 'vitest'
import { card } from '../../../tests/builders/card'
import type { Metric, Setting } from '../../core/model-card'
import { areaUnder, comparisons, homeAndAway, tablesOf } from './figure-tables'

const setting = (protocol: Setting['protocol'], scope: Setting['scope'], about = 'in words'): Setting => ({
  protocol,
  scope,
  about
})

const figure = (how: Setting, data: string, measure: string, value: number): Metric => ({
  ...how,
  data,
  measure,
  count: 10,
  value,
  low: value - 0.1,
  high: value + 0.1
})

const inside = (how: Setting, database: string, value: number): Metric => ({
  ...figure(how, `hospital ${database}`, 'AUC', value),
  database
})

const OFFICIAL = setting('A', 'official')
const FOLDS = setting('A', 'folds')
const LEFT_OUT = setting('B', 'left-out')

const METRICS = [
  inside(FOLDS, 'b', 0.6),
  inside(FOLDS, 'f', 0.65),
  figure(OFFICIAL, 'all databases', 'AUC', 0.9),
  figure(OFFICIAL, 'all databases', 'MAcc', 0.8),
  inside(OFFICIAL, 'b', 0.7),
  figure(LEFT_OUT, 'mean over a, b', 'AUC', 0.52),
  inside(LEFT_OUT, 'b', 0.55),
  inside(LEFT_OUT, 'a', 0.5),
  inside(setting('F', 'folds'), 'a', 0.95)
]

describe('the figures of the card', () => {
  it('become one table a scope of a protocol, with a hole where nothing was measured', () => {
    const tables = tablesOf(METRICS, 'A')
    expect(tables.map(({ setting: { protocol, scope } }) => [protocol, scope])).toEqual([
      ['A', 'folds'],
      ['A', 'official']
    ])
    expect(tables[1]?.measures).toEqual(['AUC', 'MAcc'])
    expect(tables[1]?.rows.map(({ data, count }) => [data, count])).toEqual([
      ['all databases', 10],
      ['hospital b', 10]
    ])
    expect(tables[1]?.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null))).toEqual([
      [0.9, 0.8],
      [0.7, null]
    ])
    expect(tablesOf(METRICS, 'C')).toEqual([])
  })

  it('of one scope are told apart by what they are about', () => {
    const madeUp = figure(setting('E', 'made-up', 'made-up sounds'), 'hum', 'refused', 1)
    const real = figure(setting('E', 'made-up', 'real sounds'), 'street', 'refused', 0.9)
    const tables = tablesOf([madeUp, real], 'E')
    expect(tables.map(({ setting: { about } }) => about)).toEqual(['made-up sounds', 'real sounds'])
    expect(tables.map(({ rows }) => rows.map(({ data }) => data))).toEqual([['hum'], ['street']])
  })

  it('stand at home and away side by side, the official list before the folds', () => {
    const rows = homeAndAway(METRICS).map(({ data, home, away }) => [data, home?.value ?? null, away?.value ?? null])
    expect(rows).toEqual([
      ['hospital a', null, 0.5],
      ['hospital b', 0.7, 0.55],
      ['hospital f', 0.65, null]
    ])
  })

  it('are compared where another model was measured alike, whatever the words say', () => {
    const alike = setting('A', 'official', 'the same list')
    const forest = [figure(alike, 'all databases', 'AUC', 0.8)]
    const original = [figure(alike, 'all databases', 'AUC', 0.7), figure(setting('C', 'random'), 'all', 'AUC', 1)]
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
    expect(areaUnder(curve!, METRICS)?.value).toBe(0.9)
    expect(areaUnder({ ...curve!, database: 'b' }, METRICS)?.value).toBe(0.7)
    expect(areaUnder({ ...curve!, database: 'z' }, METRICS)).toBeNull()
  })
})
