import type { EvidenceMap } from '../core/deciding-parts'
import type { BandEdges, ModelCard } from '../core/model-card'
import { heightOfHz } from './mel-axis'
import { type TimeView, timeToX } from './time-view'

/** Which way it pulls: up towards what the question asks for, abnormal-like or a murmur, or down, away from it. */
export type Pull = 'up' | 'down'

/** What is outlined brings together this share of all pull, towards either side. */
const OUTLINED_SHARE = 0.5
/** Narrower cells would be nothing but outline. */
const NARROWEST_CELL_PX = 12

/** A closed line: corners as frame and row edges, row 0 lowest. */
export type Outline = readonly { frame: number; row: number }[]

/** How many frames share a cell so that it can be seen at this zoom: a power of two, so that little changes at once. */
export function framesPerCell({ hopS }: Pick<EvidenceMap, 'hopS'>, { pxPerS }: Pick<TimeView, 'pxPerS'>): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(NARROWEST_CELL_PX / (hopS * pxPerS))))
}

/** Neighbouring frames added up: what they bring together. The last cell holds what is left. */
export function pooled(map: EvidenceMap, frames: number): EvidenceMap {
  const {
    dims: [rowCount, frameCount],
    firstS,
    hopS
  } = map
  const count = Math.ceil(frameCount / frames)
  const data = new Float32Array(rowCount * count)
  for (let row = 0; row < rowCount; row++) {
    for (let frame = 0; frame < frameCount; frame++) {
      data[row * count + Math.floor(frame / frames)]! += map.data[row * frameCount + frame]!
    }
  }
  return { ...map, dims: [rowCount, count], data, firstS: firstS + ((frames - 1) * hopS) / 2, hopS: hopS * frames }
}

/**
 * The strength from which on cells count as deciding: those at or above it are the fewest that bring
 * {@link OUTLINED_SHARE} of all pull.
 */
export function decidingStrength({ data }: Pick<EvidenceMap, 'data'>): number {
  const strengths = Float32Array.from(data, Math.abs).sort().reverse()
  const half = OUTLINED_SHARE * strengths.reduce((sum, strength) => sum + strength, 0)
  let sum = 0
  for (const strength of strengths) {
    sum += strength
    if (sum >= half) return strength
  }
  return Number.POSITIVE_INFINITY
}

/** Closed lines around the cells that pull one way at least as much as `strength`. */
export function outlinesOf(map: EvidenceMap, pull: Pull, strength: number): Outline[] {
  const onwards = bordersOf(map, pull, strength)
  const width = map.dims[1] + 1
  const outlines: Outline[] = []
  for (const start of onwards.keys()) {
    for (let next = onwards.get(start)?.pop(); next !== undefined; next = onwards.get(start)?.pop()) {
      const corners = [start]
      while (next !== undefined && next !== start) {
        corners.push(next)
        next = onwards.get(next)?.pop()
      }
      outlines.push(corners.map((corner) => ({ frame: corner % width, row: Math.floor(corner / width) })))
    }
  }
  return outlines
}

/** Where the border of what decides goes on from each corner, what is inside on its left. */
function bordersOf(
  { dims: [rowCount, frameCount], data }: EvidenceMap,
  pull: Pull,
  strength: number
): Map<number, number[]> {
  const sign = pull === 'up' ? 1 : -1
  const isInside = (frame: number, row: number) => {
    const isCell = frame >= 0 && frame < frameCount && row >= 0 && row < rowCount
    return isCell && strength > 0 && sign * data[row * frameCount + frame]! >= strength
  }
  const borders = new Map<number, number[]>()
  const go = (frame: number, row: number, toFrame: number, toRow: number) => {
    const from = row * (frameCount + 1) + frame
    borders.set(from, [...(borders.get(from) ?? []), toRow * (frameCount + 1) + toFrame])
  }
  for (let row = 0; row < rowCount; row++) {
    for (let frame = 0; frame < frameCount; frame++) {
      if (!isInside(frame, row)) continue
      if (!isInside(frame, row - 1)) go(frame, row, frame + 1, row)
      if (!isInside(frame + 1, row)) go(frame + 1, row, frame + 1, row + 1)
      if (!isInside(frame, row + 1)) go(frame + 1, row + 1, frame, row + 1)
      if (!isInside(frame - 1, row)) go(frame, row + 1, frame, row)
    }
  }
  return borders
}

/**
 * Where the rows of the map begin and end in the picture: fractions of its height from below, one more than rows.
 *
 * Neighbouring rows overlap by the feet of their mel bands; they are parted in the middle of that.
 */
export function rowEdges(rowsHz: ModelCard['evidence']['rowsHz'], bands: readonly BandEdges[]): number[] {
  const heightOf = (hertz: number) => heightOfHz(hertz, bands) ?? (hertz <= (bands[0]?.lowHz ?? 0) ? 0 : 1)
  const between = rowsHz.slice(1).map(({ lowHz }, row) => (heightOf(lowHz) + heightOf(rowsHz[row]!.highHz)) / 2)
  return [0, ...between, 1]
}

/**
 * The visible ones of some outlines as SVG path data.
 *
 * @param edges of the rows, from {@link rowEdges}
 */
export function outlinePath(
  outlines: readonly Outline[],
  { hopS, firstS }: Pick<EvidenceMap, 'hopS' | 'firstS'>,
  edges: readonly number[],
  view: TimeView,
  heightPx: number
): string {
  const xOf = (frame: number) => timeToX(Math.min(view.durationS, firstS + (frame - 0.5) * hopS), view)
  const isSeen = (outline: Outline) =>
    outline.some(({ frame }) => xOf(frame) >= 0) && outline.some(({ frame }) => xOf(frame) <= view.widthPx)
  return outlines
    .filter(isSeen)
    .map((outline) => {
      const corners = outline.map(({ frame, row }) => {
        const y = heightPx * (1 - (edges[row] ?? 1))
        return `${xOf(frame).toFixed(1)} ${y.toFixed(1)}`
      })
      return `M${corners.join('L')}Z`
    })
    .join('')
}

/** The evidence as it lies on the picture. */
export interface ShownEvidence {
  map: EvidenceMap
  /** Of its rows, from {@link rowEdges}. */
  edges: readonly number[]
  /** From {@link strongestOf}. */
  strongest: number
}

/** What all rows of a map bring together, frame by frame. */
export interface EvidenceSums extends Pick<EvidenceMap, 'firstS' | 'hopS'> {
  data: Float32Array
}

/** The rows of a map added up. */
export function sumsOf({ dims: [rowCount, frameCount], data, firstS, hopS }: EvidenceMap): EvidenceSums {
  const sums = new Float32Array(frameCount)
  for (let row = 0; row < rowCount; row++) {
    for (let frame = 0; frame < frameCount; frame++) sums[frame]! += data[row * frameCount + frame]!
  }
  return { data: sums, firstS, hopS }
}

/** The largest pull of a map, to either side. */
export function strongestOf({ data }: EvidenceMap): number {
  return data.reduce((most, pull) => Math.max(most, Math.abs(pull)), 0)
}

/**
 * What a place of the picture brings, -1 to 1 of the strongest in the recording; null outside the map.
 *
 * @param height fraction of the picture's from below
 */
export function pullAt(timeS: number, height: number, { map, edges, strongest }: ShownEvidence): number | null {
  const frame = Math.floor((timeS - map.firstS) / map.hopS + 0.5)
  const row = edges.slice(1).findIndex((edge) => height <= edge)
  if (frame < 0 || frame >= map.dims[1] || row < 0 || row >= map.dims[0]) return null
  return strongest > 0 ? map.data[row * map.dims[1] + frame]! / strongest : 0
}
