import type { Alternative, Estimate, Metric, Protocol, RocCurve, Setting } from '../../core/model-card'

/** The figures of one setting: a row for what they were measured on, a column for each measure. */
export interface FigureTable {
  setting: Setting
  measures: string[]
  rows: { data: string; count: number; cells: (Estimate | null)[] }[]
}

/** AUC of one database: by a network that knows its hospital and sensor, and by one that never heard them. */
export interface HomeAndAway {
  data: string
  home: Metric | null
  away: Metric | null
}

/** One figure of several models, in their order; null where it was not measured. */
export interface Comparison {
  figure: Metric
  cells: (Estimate | null)[]
}

/** One table for each setting of a protocol, in the card's order. */
export function tablesOf(metrics: readonly Metric[], protocol: Protocol): FigureTable[] {
  const chosen = metrics.filter((metric) => metric.protocol === protocol)
  const settings = chosen.filter((metric, place) => chosen.findIndex(isOf(metric)) === place)
  return settings.map((setting) => {
    const here = chosen.filter(isOf(setting))
    const measures = unique(here.map(({ measure }) => measure))
    const rows = unique(here.map(({ data }) => data)).map((data) => {
      const ofData = here.filter((metric) => metric.data === data)
      const cells = measures.map((measure) => ofData.find((metric) => metric.measure === measure) ?? null)
      return { data, count: ofData[0]?.count ?? 0, cells }
    })
    return { setting, measures, rows }
  })
}

const isOf = (setting: Setting) => (metric: Metric) => metric.scope === setting.scope && metric.about === setting.about

/** The databases of protocol A and B. Where A has two figures of one, the official list's counts. */
export function homeAndAway(metrics: readonly Metric[]): HomeAndAway[] {
  const areas = metrics.filter(({ measure, database }) => measure === 'AUC' && database !== undefined)
  const home = areas.filter(({ protocol }) => protocol === 'A')
  const away = areas.filter(({ protocol }) => protocol === 'B')
  const inside = (data: string) => (metric: Metric) => metric.data === data
  return unique([...home, ...away].map(({ data }) => data))
    .sort()
    .map((data) => {
      const known = home.filter(inside(data))
      return {
        data,
        home: known.find(({ scope }) => scope === 'official') ?? known[0] ?? null,
        away: away.find(inside(data)) ?? null
      }
    })
}

/**
 * What the alternatives were measured by, beside the shipped network where it was measured alike; its figure is first.
 */
export function comparisons(shipped: readonly Metric[], alternatives: readonly Alternative[]): Comparison[] {
  const models = [shipped, ...alternatives.map(({ metrics }) => metrics)]
  const all = models.flat()
  return all
    .filter((metric) => alike(all, metric) === metric)
    .map((figure) => ({ figure, cells: models.map((metrics) => alike(metrics, figure)) }))
    .filter(({ cells }) => cells.slice(1).some((cell) => cell !== null))
}

function alike(metrics: readonly Metric[], wanted: Metric): Metric | null {
  const isAlike = (metric: Metric) =>
    isSetAlike(metric, wanted) && metric.data === wanted.data && metric.measure === wanted.measure
  return metrics.find(isAlike) ?? null
}

/** The area that the card gives for a curve; null where it has none. */
export function areaUnder(curve: RocCurve, metrics: readonly Metric[]): Estimate | null {
  const isIts = (metric: Metric) =>
    metric.measure === 'AUC' && metric.database === curve.database && isSetAlike(metric, curve)
  return metrics.find(isIts) ?? null
}

function isSetAlike(one: Setting, other: Setting): boolean {
  return one.protocol === other.protocol && one.scope === other.scope
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
