import { ascii } from '../../core/decode/bytes'

/** One frame of MPEG audio, by its four bytes of header (ISO/IEC 11172-3, 2.4.1.3; 13818-3). */
export interface MpegAudioHeader {
  layer: 1 | 2 | 3
  /** Hz */
  sampleRate: number
  channelCount: number
  /** Whole frame, header included. */
  byteLength: number
  /** Samples a channel. */
  length: number
  isLowRate: boolean
}

/** kbit/s, by [low rate?][layer][code]. */
const BITRATES = {
  full: {
    1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
  },
  low: {
    1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    3: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
  }
} as const

/** Bytes in which frames are looked for where the file does not begin with one. */
const SEARCH_LENGTH = 65_536

/** Shift of the sample rate by version code: MPEG 2.5, reserved, 2, 1. */
const RATE_SHIFT = [2, undefined, 1, 0] as const

/** @returns undefined where no frame begins, or one of free bit rate, whose length nobody knows */
export function readMpegAudioHeader(bytes: Uint8Array, at: number): MpegAudioHeader | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe0) !== 0xe0) return undefined
  const rateShift = RATE_SHIFT[(bytes[at + 1]! >> 3) & 3]
  const layerCode = (bytes[at + 1]! >> 1) & 3
  const fullRate = [44_100, 48_000, 32_000][(bytes[at + 2]! >> 2) & 3]
  if (rateShift === undefined || layerCode === 0 || fullRate === undefined) return undefined
  const layer = (4 - layerCode) as 1 | 2 | 3
  const isLowRate = rateShift > 0
  const kilobits = BITRATES[isLowRate ? 'low' : 'full'][layer][bytes[at + 2]! >> 4]
  if (!kilobits) return undefined
  const sampleRate = fullRate >> rateShift
  const padding = (bytes[at + 2]! >> 1) & 1
  const length = layer === 1 ? 384 : layer === 3 && isLowRate ? 576 : 1152
  const byteLength =
    layer === 1
      ? (Math.floor((12_000 * kilobits) / sampleRate) + padding) * 4
      : Math.floor((length * 125 * kilobits) / sampleRate) + padding
  const channelCount = bytes[at + 3]! >> 6 === 3 ? 1 : 2
  return { layer, sampleRate, channelCount, byteLength, length, isLowRate }
}

/**
 * Where in a frame without sound, which LAME and its relatives put first, their information begins (Xing/Info tag,
 * gabriel.mp3-tech.org/mp3infotag.html); undefined where this is no such frame.
 */
export function encoderInfoStart(bytes: Uint8Array, at: number): number | undefined {
  const header = readMpegAudioHeader(bytes, at)
  if (!header) return undefined
  const isMono = header.channelCount === 1
  const start = at + 4 + (header.isLowRate ? (isMono ? 9 : 17) : isMono ? 17 : 32)
  return ['Xing', 'Info'].includes(ascii(bytes, start, 4)) ? start : undefined
}

/** Two frames of layer III in a row, or one that is the whole file. */
export function looksLikeMpegAudio(bytes: Uint8Array, start: number): boolean {
  return isFrameChain(bytes, start, 3, 2)
}

/** Frames of layer III not at the start, as in a stream that was recorded from its middle: four in a row are no chance. */
export function hasMpegAudioFurtherOn(bytes: Uint8Array): boolean {
  const end = Math.min(SEARCH_LENGTH, bytes.length)
  for (let at = bytes.indexOf(0xff); at >= 0 && at < end; at = bytes.indexOf(0xff, at + 1)) {
    if (isFrameChain(bytes, at, 3, 4)) return true
  }
  return false
}

export function isMpegLayerTwo(bytes: Uint8Array): boolean {
  return isFrameChain(bytes, 0, 2, 2)
}

function isFrameChain(bytes: Uint8Array, start: number, layer: number, count: number): boolean {
  const first = readMpegAudioHeader(bytes, start)
  if (first?.layer !== layer) return false
  let at = start + first.byteLength
  if (start === 0 && at === bytes.length) return true
  for (let n = 1; n < count; n++) {
    const next = readMpegAudioHeader(bytes, at)
    if (next?.layer !== layer || next.sampleRate !== first.sampleRate) return false
    at += next.byteLength
  }
  return true
}

/** Length of the ADTS frame of AAC that begins here, header included (ISO/IEC 14496-3, 1.A.2); 0 where none does. */
export function adtsFrameLength(bytes: Uint8Array, at: number): number {
  if (at + 7 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xf6) !== 0xf0) return 0
  const rateIndex = (bytes[at + 2]! >> 2) & 15
  const length = ((bytes[at + 3]! & 3) << 11) | (bytes[at + 4]! << 3) | (bytes[at + 5]! >> 5)
  return rateIndex < 13 && length > 7 ? length : 0
}

export function looksLikeAdts(bytes: Uint8Array, start: number): boolean {
  const length = adtsFrameLength(bytes, start)
  const next = start + length
  return length > 0 && (next === bytes.length || adtsFrameLength(bytes, next) > 0)
}
