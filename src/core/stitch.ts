import type { TimeAxis } from './model-card'
import type { Picture } from './picture'
import type { Tensor } from './tensor'

/** Where the windows of a recording lie. */
export interface WindowLayout {
  /** Seconds, ascending. */
  startsS: readonly number[]
  windowS: number
  durationS: number
}

/** Seconds and shares of a hop that differ by less than this are the same. */
const ROUNDING = 1e-6

/** Rows over the frames of the whole recording. */
export type StitchedRows = Omit<Picture, 'kind'>

/**
 * One picture of the whole recording from the pictures of its windows; zeros where no window that counts reaches.
 *
 * Each instant comes from the window whose centre is nearest: what overlaps is never averaged, so every column is
 * one that the network saw.
 *
 * @param pictures `[windows x rows x frames]`, or `[windows x frames]` where there is one row
 * @param isCounted of each window
 * @returns `[rows x frames]`
 */
export function stitchRows(
  pictures: Tensor,
  axis: TimeAxis,
  layout: WindowLayout,
  isCounted: readonly boolean[]
): StitchedRows {
  const windowFrames = pictures.dims.at(-1) ?? 0
  const rowCount = pictures.dims.length > 2 ? pictures.dims[1]! : 1
  const columns = pickColumns(windowFrames, axis, layout, isCounted)
  const frameCount = columns.length
  const data = new Float32Array(rowCount * frameCount)
  columns.forEach((place, column) => {
    if (!place) return
    const { window, frame } = place
    for (let row = 0; row < rowCount; row++) {
      data[row * frameCount + column] = pictures.data[(window * rowCount + row) * windowFrames + frame]!
    }
  })
  return { dims: [rowCount, frameCount], data, firstS: axis.firstFrameCentreS, hopS: axis.hopS }
}

/**
 * For each frame of the recording: of the windows that count, the one whose centre is nearest, and the frame in it that
 * is nearest; null where none of them reaches.
 */
function pickColumns(
  windowFrames: number,
  { firstFrameCentreS, hopS }: TimeAxis,
  { startsS, windowS, durationS }: WindowLayout,
  isCounted: readonly boolean[]
): ({ window: number; frame: number } | null)[] {
  const lastS = Math.min(durationS, windowS + startsS.at(-1)!)
  const frameCount = Math.max(1, Math.floor((lastS - 2 * firstFrameCentreS) / hopS + ROUNDING) + 1)
  const counted = startsS.flatMap((_, index) => (isCounted[index] ? [index] : []))
  let place = 0
  return Array.from({ length: frameCount }, (_, column) => {
    const timeS = firstFrameCentreS + column * hopS
    const distanceTo = (index: number) => Math.abs(startsS[index]! + windowS / 2 - timeS)
    const isNearer = (index: number, than: number) => distanceTo(index) < distanceTo(than) - ROUNDING
    while (place + 1 < counted.length && isNearer(counted[place + 1]!, counted[place]!)) place++
    const window = counted[place]
    if (window === undefined || distanceTo(window) > windowS / 2) return null
    // Halves go up, all of them: where a window starts half a hop aside, no frame is taken twice.
    const frame = Math.round((timeS - startsS[window]! - firstFrameCentreS) / hopS + ROUNDING)
    return { window, frame: Math.min(Math.max(frame, 0), windowFrames - 1) }
  })
}
