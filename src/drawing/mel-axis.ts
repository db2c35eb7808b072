import type { BandEdges } from '../core/model-card'

/** Frequencies that people know from a stethoscope's modes, Hz. */
const ROUND_HZ = [25, 50, 100, 150, 200, 300, 400, 500, 600, 800, 1000]

/**
 * Where a frequency lies among the bands, as a fraction of the picture's height from below.
 *
 * Band `b` fills `b / count` to `(b + 1) / count` and is centred on `centreHz`; between centres it is linear.
 * @returns null where no band reaches
 */
export function heightOfHz(hertz: number, bands: readonly BandEdges[]): number | null {
  const knots = knotsOf(bands)
  if (knots.length === 0 || hertz < knots[0]!.hertz || hertz > knots.at(-1)!.hertz) return null
  const above = Math.max(
    1,
    knots.findIndex((knot) => knot.hertz >= hertz)
  )
  const [left, right] = [knots[above - 1]!, knots[above]!]
  const share = right.hertz > left.hertz ? (hertz - left.hertz) / (right.hertz - left.hertz) : 0
  return (left.band + share * (right.band - left.band)) / bands.length
}

/**
 * {@link heightOfHz} undone.
 *
 * @param height fraction from below, 0 to 1
 * @param bands at least one
 */
export function hzAtHeight(height: number, bands: readonly BandEdges[]): number {
  const knots = knotsOf(bands)
  const band = height * bands.length
  const above = Math.max(
    1,
    knots.findIndex((knot) => knot.band >= band)
  )
  const [left, right] = [knots[above - 1]!, knots[above]!]
  return left.hertz + ((band - left.band) / (right.band - left.band)) * (right.hertz - left.hertz)
}

/** Between which it is linear: the lower edge, the middle of each band, the upper edge. */
function knotsOf(bands: readonly BandEdges[]): { hertz: number; band: number }[] {
  const [first, last] = [bands[0], bands.at(-1)]
  if (!first || !last) return []
  return [
    { hertz: first.lowHz, band: 0 },
    ...bands.map(({ centreHz }, band) => ({ hertz: centreHz, band: band + 0.5 })),
    { hertz: last.highHz, band: bands.length }
  ]
}

/** @param height fraction from below */
export function bandAtHeight(height: number, bandCount: number): number {
  return Math.max(0, Math.min(bandCount - 1, Math.floor(height * bandCount)))
}

/** Round frequencies that stand at least `leastGap` (a fraction of the height) apart, from below. */
export function hertzTicks(bands: readonly BandEdges[], leastGap: number): { hertz: number; height: number }[] {
  const ticks: { hertz: number; height: number }[] = []
  for (const hertz of ROUND_HZ) {
    const height = heightOfHz(hertz, bands)
    if (height !== null && height - (ticks.at(-1)?.height ?? -1) >= leastGap) ticks.push({ hertz, height })
  }
  return ticks
}
