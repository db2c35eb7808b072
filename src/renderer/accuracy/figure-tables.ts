import type { Alternative, Estimate, Metric, ModelCard } from '../../core/model-card'

/** The figures of one protocol: a row for what they were measured on, a column for each measure. */
export interface FigureTable {
  protocol: string
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

/** A protocol's text begins with its letter: `A: official list`. */
export function letterOf({ protocol }: Pick<Metric, 'protocol'>): string {
  return protocol.charAt(0)
}

/** One table for each protocol of that letter, in the card's order. */
export function tablesOf(metrics: readonly Metric[], letter: string): FigureTable[] {
  const chosen = metrics.filter((metric) => letterOf(metric) === letter)
  return unique(chosen.map(({ protocol }) => protocol)).map((protocol) => {
    const here = chosen.filter((metric) => metric.protocol === protocol)
    const measures = unique(here.map(({ measure }) => measure))
    const rows = unique(here.map(({ data }) => data)).map((data) => {
      const ofData = here.filter((metric) => metric.data === data)
      const cells = measures.map((measure) => ofData.find((metric) => metric.measure === measure) ?? null)
      return { data, count: ofData[0]?.count ?? 0, cells }
    })
    return { protocol, measures, rows }
  })
}

/** The databases of protocol A and B. Where A has two figures of one, the first counts: the official list's. */
export function homeAndAway(metrics: readonly Metric[]): HomeAndAway[] {
  const areas = metrics.filter(({ measure, data }) => measure === 'AUC' && data.startsWith('database'))
  const of = (letter: string, data: string) =>
    areas.find((metric) => metric.data === data && letterOf(metric) === letter) ?? null
  return unique(areas.filter((metric) => 'AB'.includes(letterOf(metric))).map(({ data }) => data))
    .sort()
    .map((data) => ({ data, home: of('A', data), away: of('B', data) }))
}

/**
 * What the alternatives were measured by, beside the shipped network where it was measured alike; its figure is first.
 *
 * Figures are the same where letter, data and measure are: what follows the letter tells of each model's own way.
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
    letterOf(metric) === letterOf(wanted) && metric.data === wanted.data && metric.measure === wanted.measure
  return metrics.find(isAlike) ?? null
}

/** The area that the card gives for a curve; null where it has none. */
export function areaUnder(curve: ModelCard['curves'][number], metrics: readonly Metric[]): Estimate | null {
  return (
    metrics.find(
      (metric) => metric.measure === 'AUC' && metric.data === curve.data && letterOf(metric) === letterOf(curve)
    ) ?? null
  )
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
