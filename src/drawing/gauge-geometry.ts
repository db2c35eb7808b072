import type { Answer } from '../core/analysis'

/** Where everything on the gauge lies, CSS pixels from its left. */
export interface GaugeGeometry {
  startX: number
  endX: number
  band: { startX: number; endX: number }
  thresholdX: number
  markerX: number
  interval: { startX: number; endX: number }
  /** Centres of the labels, moved so that none leaves the picture. */
  markerLabelX: number
  thresholdLabelX: number
  bandLabelX: number
  /** The band's own name stands between those of the ends, or, where it has no room, in a line of its own. */
  isBandLabelBelow: boolean
}

export type OnGauge = Pick<Answer, 'abnormalProbability' | 'interval' | 'threshold' | 'cannotTell'>

/** Half the widest label that stands on each thing, rem; of the ends' names the whole. */
const HALF_LABEL_REM = { marker: 2, threshold: 3.25, band: 2.375, end: 5.75 }
/** The marker at 0 and at 1 must not be cut off. */
const MARGIN_PX = 10

/**
 * The scale runs from normal-like (0) on the left to abnormal-like (1) on the right; both sides are drawn alike.
 *
 * @param widthPx of the whole picture, at least 200
 * @param remPx CSS pixels of one rem
 */
export function gaugeGeometry(
  { abnormalProbability, interval, threshold, cannotTell }: OnGauge,
  widthPx: number,
  remPx: number
): GaugeGeometry {
  const half = (label: keyof typeof HALF_LABEL_REM) => HALF_LABEL_REM[label] * remPx
  const startX = MARGIN_PX
  const endX = widthPx - MARGIN_PX
  const at = (value: number) => startX + Math.max(0, Math.min(1, value)) * (endX - startX)
  const inside = (x: number, reach: number) => Math.max(reach, Math.min(widthPx - reach, x))
  const bandCentre = (at(cannotTell.low) + at(cannotTell.high)) / 2
  const bandLabelX = inside(bandCentre, half('band'))
  const leftNeighbour = startX + half('end') + half('band')
  const rightNeighbour = endX - half('end') - half('band')
  return {
    startX,
    endX,
    band: { startX: at(cannotTell.low), endX: at(cannotTell.high) },
    thresholdX: at(threshold),
    markerX: at(abnormalProbability),
    interval: { startX: at(interval.low), endX: at(interval.high) },
    markerLabelX: inside(at(abnormalProbability), half('marker')),
    thresholdLabelX: inside(at(threshold), half('threshold')),
    bandLabelX,
    isBandLabelBelow: bandLabelX < leftNeighbour || bandLabelX > rightNeighbour
  }
}
