import { ascii, id3Length } from '../../core/decode/bytes'
import { partsFrom } from '../../core/decode/parts'
import type { FileLayout } from './file-layout'
import { adtsFrameLength, encoderInfoStart, readMpegAudioHeader } from './frame-headers'

/** Length of the tag that older programs put behind the last frame (ID3v1). */
const OLD_TAG_LENGTH = 128

/** Frames of MP3: a tag, or the frame that an encoder puts first, begins another file. */
export function mp3Layout(bytes: Uint8Array): FileLayout {
  const { starts, isCutShort } = walk(bytes, {
    frameLength: (at) => mp3FrameLength(bytes, at),
    isFirst: (at) => encoderInfoStart(bytes, at) !== undefined
  })
  return { ...partsFrom(bytes, starts), isCutShort }
}

/** Frames of bare AAC, up to the last whole one: mediabunny gives up a file for one that was cut off. */
export function adtsLayout(bytes: Uint8Array): FileLayout {
  const { starts, end, isCutShort } = walk(bytes, {
    frameLength: (at) => adtsFrameLength(bytes, at),
    isFirst: () => false
  })
  return { ...partsFrom(bytes, starts, end), isCutShort }
}

/** Whole frames of MP3 from `start` on, and whether the file ends with the last of them or within the next. */
export function countMp3Frames(bytes: Uint8Array, start: number): { count: number; isToEnd: boolean } {
  let count = 0
  let at = start
  for (let length = mp3FrameLength(bytes, at); length > 0; length = mp3FrameLength(bytes, at)) {
    at += length
    if (at > bytes.length) break
    count++
  }
  return { count, isToEnd: at >= bytes.length }
}

function mp3FrameLength(bytes: Uint8Array, at: number): number {
  const header = readMpegAudioHeader(bytes, at)
  return header?.layer === 3 ? header.byteLength : 0
}

interface FrameKind {
  /** 0 where no frame begins. */
  frameLength: (at: number) => number
  /** Whether this frame is the first of a file. */
  isFirst: (at: number) => boolean
}

/** Frames and tags from the file's start up to what is neither; `end` is that of the last whole frame. */
function walk(bytes: Uint8Array, kind: FrameKind): { starts: number[]; end: number; isCutShort: boolean } {
  const starts = [0]
  let end = 0
  /** Where a file begins whose first frame has not come yet. */
  let next: number | undefined
  for (let at = 0; at < bytes.length; ) {
    const length = kind.frameLength(at)
    if (length === 0) {
      const tag = tagLength(bytes, at)
      if (tag === 0) break
      next = ascii(bytes, at, 3) === 'TAG' ? at + tag : (next ?? at)
      at += tag
      continue
    }
    if (end > 0 && (next !== undefined || kind.isFirst(at))) starts.push(next ?? at)
    next = undefined
    at += length
    if (at > bytes.length) return { starts, end, isCutShort: true }
    end = at
  }
  return { starts, end, isCutShort: false }
}

function tagLength(bytes: Uint8Array, at: number): number {
  if (ascii(bytes, at, 3) === 'TAG') return OLD_TAG_LENGTH
  return ascii(bytes, at, 3) === 'ID3' ? id3Length(bytes.subarray(at)) : 0
}
