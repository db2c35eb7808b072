import type { Picture } from '../core/picture'
import { colourIndex, VIRIDIS } from './viridis'

/** The loudest point and the floor of the picture, dB. */
export interface DbRange {
  high: number
  low: number
}

/** @param rangeDb how far below the recording's maximum the picture is clipped */
export function dbRangeOf({ data }: Picture<'spectrogram'>, rangeDb: number): DbRange {
  let high = Number.NEGATIVE_INFINITY
  for (const value of data) if (value > high) high = value
  if (!Number.isFinite(high)) high = 0
  return { high, low: high - rangeDb }
}

/** The frame whose span holds a time: the one with the nearest centre. Null before the first and after the last. */
export function frameAt(timeS: number, { dims: [, frameCount], firstS, hopS }: Picture<'spectrogram'>): number | null {
  const frame = Math.floor((timeS - firstS) / hopS + 0.5)
  return frame >= 0 && frame < frameCount ? frame : null
}

/** The measured value at a point, dB; null outside the picture. */
export function levelAt(timeS: number, band: number, picture: Picture<'spectrogram'>): number | null {
  const frame = frameAt(timeS, picture)
  return frame === null ? null : (picture.data[band * picture.dims[1] + frame] ?? null)
}

/** Of several pictures of one recording the first that has a frame at a time. */
export function pictureAt(
  timeS: number,
  pictures: readonly Picture<'spectrogram'>[]
): Picture<'spectrogram'> | undefined {
  return pictures.find((picture) => frameAt(timeS, picture) !== null)
}

/**
 * A stretch of a recording's picture as pixels.
 *
 * Nothing is invented: a pixel shows one frame of one band. Where several frames fall into one pixel it shows the
 * loudest of them, so that a short sound is not lost; where one frame covers several pixels they are all its colour.
 *
 * @param pictures on one scale of pitch, the best first: each column shows the first that has a frame there
 * @param columns, rows of the result, device pixels
 * @returns RGBA, `[rows x columns x 4]`, high bands on top; transparent where there is no frame
 */
export function spectrogramPixels(
  pictures: readonly Picture<'spectrogram'>[],
  range: DbRange,
  { fromS, toS }: { fromS: number; toS: number },
  columns: number,
  rows: number
): Uint8ClampedArray<ArrayBuffer> {
  const shown = columnsOf(pictures, fromS, (toS - fromS) / columns, columns)
  const pixels = new Uint32Array(columns * rows)
  // Along the rows, as both the levels and the pixels lie in memory.
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const frames = shown[column]
      if (frames) pixels[row * columns + column] = colourOf(frames, row / rows, range)
    }
  }
  return new Uint8ClampedArray(pixels.buffer)
}

/** Frames of a picture that share a column of pixels. */
interface Frames {
  picture: Picture<'spectrogram'>
  first: number
  last: number
}

/** For each column the frames whose centres lie in it, or the one whose span holds all of it. */
function columnsOf(
  pictures: readonly Picture<'spectrogram'>[],
  fromS: number,
  stepS: number,
  columns: number
): (Frames | undefined)[] {
  return Array.from({ length: columns }, (_, column) => {
    const startS = fromS + column * stepS
    const picture = pictureAt(startS + stepS / 2, pictures)
    if (!picture) return undefined
    const { firstS, hopS, dims } = picture
    const centre = frameAt(startS + stepS / 2, picture) ?? 0
    const first = Math.max(0, Math.round((startS - firstS) / hopS))
    const last = Math.min(dims[1] - 1, Math.round((startS + stepS - firstS) / hopS) - 1)
    return { picture, first: Math.min(first, centre), last: Math.max(last, centre) }
  })
}

/** The loudest of some frames. @param fromTop 0 to 1 */
function colourOf({ picture, first, last }: Frames, fromTop: number, { low, high }: DbRange): number {
  const { dims, data } = picture
  const start = (dims[0] - 1 - Math.floor(fromTop * dims[0])) * dims[1]
  let loudest = data[start + first]!
  for (let frame = first + 1; frame <= last; frame++) {
    const level = data[start + frame]!
    if (level > loudest) loudest = level
  }
  return PIXEL_OF_COLOUR[colourIndex(loudest, low, high)]!
}

/** Red first, opaque; a pixel is one number of 32 bits, little-endian on every machine that we run on. */
const PIXEL_OF_COLOUR = Uint32Array.from(
  { length: VIRIDIS.length / 3 },
  (_, index) => VIRIDIS[3 * index]! | (VIRIDIS[3 * index + 1]! << 8) | (VIRIDIS[3 * index + 2]! << 16) | (255 << 24)
)
