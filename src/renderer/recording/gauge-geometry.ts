import type { Answer } from '../../core/analysis'

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

type Shown = Pick<Answer, 'abnormalProbability' | 'interval' | 'threshold' | 'cannotTell'>

/** Half the widest label that stands on each thing, CSS pixels at the usual text size. */
const HALF_LABEL_PX = { marker: 20, threshold: 52, band: 38, end: 92 }
/** The marker at 0 and at 1 must not be cut off. */
const MARGIN_PX = 10

/**
 * The scale runs from normal-like (0) on the left to abnormal-like (1) on the right; both sides are drawn alike.
 *
 * @param widthPx of the whole picture, at least 200
 */
export function gaugeGeometry(
  { abnormalProbability, interval, threshold, cannotTell }: Shown,
  widthPx: number
): GaugeGeometry {
  const startX = MARGIN_PX
  const endX = widthPx - MARGIN_PX
  const at = (value: number) => startX + Math.max(0, Math.min(1, value)) * (endX - startX)
  const inside = (x: number, half: number) => Math.max(half, Math.min(widthPx - half, x))
  const bandCentre = (at(cannotTell.low) + at(cannotTell.high)) / 2
  const bandLabelX = inside(bandCentre, HALF_LABEL_PX.band)
  const leftNeighbour = startX + HALF_LABEL_PX.end + HALF_LABEL_PX.band
  const rightNeighbour = endX - HALF_LABEL_PX.end - HALF_LABEL_PX.band
  return {
    startX,
    endX,
    band: { startX: at(cannotTell.low), endX: at(cannotTell.high) },
    thresholdX: at(threshold),
    markerX: at(abnormalProbability),
    interval: { startX: at(interval.low), endX: at(interval.high) },
    markerLabelX: inside(at(abnormalProbability), HALF_LABEL_PX.marker),
    thresholdLabelX: inside(at(threshold), HALF_LABEL_PX.threshold),
    bandLabelX,
    isBandLabelBelow: bandLabelX < leftNeighbour || bandLabelX > rightNeighbour
  }
}
