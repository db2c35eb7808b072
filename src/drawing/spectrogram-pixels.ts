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

/**
 * The part of the picture from one time to another as pixels.
 *
 * Nothing is invented: a pixel shows one frame of one band. Where several frames fall into one pixel it shows the
 * loudest of them, so that a short sound is not lost; where one frame covers several pixels they are all its colour.
 *
 * @param columns, rows of the result, device pixels
 * @returns RGBA, `[rows x columns x 4]`, high bands on top; transparent where there is no frame
 */
export function spectrogramPixels(
  picture: Picture<'spectrogram'>,
  { low, high }: DbRange,
  fromS: number,
  toS: number,
  columns: number,
  rows: number
): Uint8ClampedArray<ArrayBuffer> {
  const {
    dims: [bandCount, frameCount],
    data,
    firstS,
    hopS
  } = picture
  const pixels = new Uint8ClampedArray(columns * rows * 4)
  const bandOfRow = Array.from({ length: rows }, (_, row) => bandCount - 1 - Math.floor((row * bandCount) / rows))
  const colours = new Uint8Array(bandCount)
  for (let column = 0; column < columns; column++) {
    const startS = fromS + ((toS - fromS) * column) / columns
    const endS = fromS + ((toS - fromS) * (column + 1)) / columns
    const first = Math.max(0, Math.round((startS - firstS) / hopS))
    const last = Math.min(frameCount - 1, Math.max(first, Math.round((endS - firstS) / hopS) - 1))
    const centre = frameAt((startS + endS) / 2, picture)
    if (centre === null) continue
    for (let band = 0; band < bandCount; band++) {
      let loudest = data[band * frameCount + centre]!
      for (let frame = first; frame <= last; frame++) {
        const value = data[band * frameCount + frame]!
        if (value > loudest) loudest = value
      }
      colours[band] = colourIndex(loudest, low, high)
    }
    for (let row = 0; row < rows; row++) {
      const colour = 3 * colours[bandOfRow[row]!]!
      const pixel = 4 * (row * columns + column)
      pixels[pixel] = VIRIDIS[colour]!
      pixels[pixel + 1] = VIRIDIS[colour + 1]!
      pixels[pixel + 2] = VIRIDIS[colour + 2]!
      pixels[pixel + 3] = 255
    }
  }
  return pixels
}
