import type { Shape } from './shape'

/** Where the scale of a score lies, CSS pixels. */
export interface ScoreTrack {
  /** From normal-like on the left to abnormal-like on the right. */
  startX: number
  endX: number
  band: { startX: number; endX: number }
  y: number
  height: number
}

/** The scale that a score stands on: its two sides alike, and between them the band without an answer. */
export function scoreTrack({ startX, endX, band, y, height }: ScoreTrack): Shape[] {
  const part = (fromX: number, toX: number) => ({ x: fromX, y, width: Math.max(0, toX - fromX), height })
  return [
    { tag: 'rect', attributes: { ...part(startX, band.startX), opacity: 0.32 }, fill: 'normal' },
    { tag: 'rect', attributes: { ...part(band.endX, endX), opacity: 0.32 }, fill: 'abnormal' },
    {
      tag: 'rect',
      attributes: { ...part(band.startX, band.endX), 'stroke-dasharray': '4 3' },
      fill: 'unclear-wash',
      stroke: 'unclear'
    }
  ]
}
