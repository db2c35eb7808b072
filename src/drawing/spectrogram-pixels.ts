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
  const pixels = new Uint8ClampedArray(columns * rows * 4)
  const stepS = (toS - fromS) / columns
  for (let column = 0; column < columns; column++) {
    const startS = fromS + column * stepS
    const picture = pictureAt(startS + stepS / 2, pictures)
    if (picture) paintColumn(pixels, { column, columns, rows }, coloursOf(picture, range, startS, startS + stepS))
  }
  return pixels
}

/** What each band shows of a stretch of time, low bands first: indices of colours. */
function coloursOf(
  { dims: [bandCount, frameCount], data, firstS, hopS }: Picture<'spectrogram'>,
  { low, high }: DbRange,
  startS: number,
  endS: number
): Uint8Array {
  const centre = Math.floor(((startS + endS) / 2 - firstS) / hopS + 0.5)
  const first = Math.max(0, Math.round((startS - firstS) / hopS))
  const last = Math.min(frameCount - 1, Math.max(first, Math.round((endS - firstS) / hopS) - 1))
  const colours = new Uint8Array(bandCount)
  for (let band = 0; band < bandCount; band++) {
    let loudest = data[band * frameCount + centre]!
    for (let frame = first; frame <= last; frame++) {
      const value = data[band * frameCount + frame]!
      if (value > loudest) loudest = value
    }
    colours[band] = colourIndex(loudest, low, high)
  }
  return colours
}

function paintColumn(
  pixels: Uint8ClampedArray,
  { column, columns, rows }: { column: number; columns: number; rows: number },
  colours: Uint8Array
): void {
  for (let row = 0; row < rows; row++) {
    const colour = 3 * colours[colours.length - 1 - Math.floor((row * colours.length) / rows)]!
    const pixel = 4 * (row * columns + column)
    pixels[pixel] = VIRIDIS[colour]!
    pixels[pixel + 1] = VIRIDIS[colour + 1]!
    pixels[pixel + 2] = VIRIDIS[colour + 2]!
    pixels[pixel + 3] = 255
  }
}
