import { AppError } from '../errors'
import type { AudioStream, Block } from './audio-stream'
import { BitReader, padded } from './bit-reader'
import { ascii, id3Length, startsWith } from './bytes'
import { decodeFrame, isFrameStart, readStreamInfo, STREAM_INFO_LENGTH, type StreamInfo } from './flac-frame'
import { joinStreams } from './join-streams'
import { partsFrom } from './parts'

/** A native FLAC file, behind tags or without. */
export function isFlac(bytes: Uint8Array): boolean {
  return ascii(bytes, id3Length(bytes), 4) === 'fLaC'
}

/** What a native FLAC stream begins with: its mark, and STREAMINFO's type and length. */
const STREAM_STARTS = [0x00, 0x80].map((type) => [0x66, 0x4c, 0x61, 0x43, type, 0, 0, STREAM_INFO_LENGTH])

/** The sound of a native FLAC file, or of several that were joined. */
export function openFlac(file: Uint8Array): AudioStream {
  const starts = [0]
  const behindFirst = id3Length(file) + 4
  for (let at = file.indexOf(0x66, behindFirst); at >= 0; at = file.indexOf(0x66, at + 1)) {
    if (STREAM_STARTS.some((start) => startsWith(file, start, at))) starts.push(at)
  }
  const { parts, areMore } = partsFrom(file, starts)
  return joinStreams(parts.map(openOneFlac), areMore)
}

/**
 * The sound of one stream, exact to the last bit.
 *
 * Our own decoder (RFC 9639): it counts while it decodes, so that 1.4 MB of coded silence cannot become three hours of
 * memory, takes any rate, and checks every frame's checksum.
 *
 * @throws {AppError} `audio-damaged` when the stream does not describe itself
 */
function openOneFlac(file: Uint8Array): AudioStream {
  const bytes = padded(file)
  const { info, firstFrame } = readMetadata(bytes, file.length)
  let isCutShort = false
  return {
    ...describeFlac('FLAC', info),
    faults: () => (isCutShort ? ['cut-short'] : []),
    *blocks(): Iterable<Block> {
      const reader = new BitReader(bytes, 8 * firstFrame)
      let decodedLength = 0
      while (isFrameStart(bytes, reader.position / 8)) {
        const channels = decodeUnlessCutOff(reader, bytes, file.length, info)
        isCutShort = !channels
        if (!channels) return
        decodedLength += channels[0]!.length
        yield { channels, progress: reader.position / 8 / file.length }
      }
      const isMissingFrames = decodedLength < info.totalLength
      isCutShort = isMissingFrames && reader.position / 8 >= file.length
      // tags and padding may follow the last frame, but nothing may stand between two
      if (isMissingFrames && !isCutShort) throw new AppError('audio-damaged', 'FLAC: no frame where one should be')
    }
  }
}

/** What is common to FLAC in every container. */
export function describeFlac(container: string, info: StreamInfo): Omit<AudioStream, 'blocks'> {
  return {
    container,
    codec: `${info.bitsPerSample}-bit FLAC`,
    sampleRate: info.sampleRate,
    channelCount: info.channelCount,
    claimedLength: info.totalLength || undefined
  }
}

/** A file that was cut off still holds a recording up to there. */
function decodeUnlessCutOff(
  reader: BitReader,
  bytes: Uint8Array,
  length: number,
  info: StreamInfo
): Float32Array[] | undefined {
  try {
    const channels = decodeFrame(reader, bytes, info)
    return reader.position / 8 <= length ? channels : undefined
  } catch (error) {
    const isBehindTheEnd = error instanceof RangeError || reader.position / 8 > length
    if (isBehindTheEnd) return undefined
    throw error
  }
}

/** RFC 9639, 8: blocks of metadata, STREAMINFO the first of them. */
function readMetadata(bytes: Uint8Array, length: number): { info: StreamInfo; firstFrame: number } {
  const start = id3Length(bytes) + 4
  if (start + 4 + STREAM_INFO_LENGTH > length || (bytes[start]! & 0x7f) !== 0) {
    throw new AppError('audio-damaged', 'FLAC: no description')
  }
  const info = readStreamInfo(new BitReader(bytes, 8 * (start + 4)))
  let at = start
  let isLast = false
  while (!isLast && at + 4 <= length) {
    isLast = (bytes[at]! & 0x80) !== 0
    at += 4 + ((bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!)
  }
  return { info, firstFrame: at }
}
