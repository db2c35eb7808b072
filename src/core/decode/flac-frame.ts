import { AppError } from '../errors'
import type { BitReader } from './bit-reader'
import { crc8, crc16 } from './crc'
import { readSubframe } from './flac-subframe'

/** What a FLAC stream says about itself once (RFC 9639, 8.2). */
export interface StreamInfo {
  /** Hz */
  sampleRate: number
  channelCount: number
  bitsPerSample: number
  /** Samples a channel; 0 when unknown. */
  totalLength: number
}

export const STREAM_INFO_LENGTH = 34

/** @param reader stands at the first bit of a STREAMINFO block's body */
export function readStreamInfo(reader: BitReader): StreamInfo {
  reader.position += 80
  const sampleRate = reader.unsigned(20)
  const channelCount = reader.unsigned(3) + 1
  const bitsPerSample = reader.unsigned(5) + 1
  const totalLength = reader.unsigned(4) * 2 ** 32 + reader.unsigned(32)
  if (bitsPerSample < 4) throw damaged('sample size')
  return { sampleRate, channelCount, bitsPerSample, totalLength }
}

/** Whether a frame may begin here: 14 bits of mark and one reserved zero. */
export function isFrameStart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xff && (bytes[at + 1]! & 0xfe) === 0xf8
}

/**
 * Decodes the frame that the reader stands at, exactly: integers x become x / 2^(bits - 1).
 *
 * @param bytes what the reader reads, for the checksums
 * @returns one array a channel
 * @throws {AppError} `audio-damaged` when a checksum fails or the frame contradicts the stream
 * @throws {RangeError} when the bytes end within the frame
 */
export function decodeFrame(reader: BitReader, bytes: Uint8Array, info: StreamInfo): Float32Array[] {
  const start = reader.position / 8
  const { length, channelMode, bitsPerSample } = readHeader(reader, bytes, info)
  const channels = Array.from({ length: info.channelCount }, (_, channel) => {
    const samples = new Float64Array(length)
    readSubframe(reader, samples, bitsPerSample + (channel === SIDE_CHANNEL[channelMode] ? 1 : 0))
    return samples
  })
  reader.alignToByte()
  const end = reader.position / 8
  if (reader.unsigned(16) !== crc16(bytes, start, end)) throw damaged('frame checksum')
  restoreStereo(channels, channelMode)
  return channels.map((samples) => scaled(samples, 2 ** (1 - bitsPerSample)))
}

function scaled(integers: Float64Array, scale: number): Float32Array {
  const samples = new Float32Array(integers.length)
  for (let n = 0; n < samples.length; n++) samples[n] = integers[n]! * scale
  return samples
}

const LEFT_SIDE = 8
const SIDE_RIGHT = 9
const MID_SIDE = 10

/** Which channel is a difference, and so has one bit more. */
const SIDE_CHANNEL: Readonly<Record<number, number>> = { [LEFT_SIDE]: 1, [SIDE_RIGHT]: 0, [MID_SIDE]: 1 }

interface FrameHeader {
  length: number
  channelMode: number
  bitsPerSample: number
}

/** RFC 9639, 9.1 */
function readHeader(reader: BitReader, bytes: Uint8Array, info: StreamInfo): FrameHeader {
  const start = reader.position / 8
  if (!isFrameStart(bytes, start)) throw damaged('frame mark')
  reader.position += 16
  const lengthCode = reader.unsigned(4)
  const rateCode = reader.unsigned(4)
  const channelMode = reader.unsigned(4)
  const sizeCode = reader.unsigned(3)
  reader.position += 1
  skipFrameNumber(reader)
  const length = readBlockLength(reader, lengthCode)
  // the rate is known from the stream; here its digits, if any, are passed over
  reader.position += [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 16, 16, 0][rateCode]!
  const end = reader.position / 8
  if (reader.unsigned(8) !== crc8(bytes, start, end)) throw damaged('header checksum')
  const bitsPerSample = sizeCode === 0 ? info.bitsPerSample : [0, 8, 12, 0, 16, 20, 24, 32][sizeCode]!
  const channelCount = channelMode < LEFT_SIDE ? channelMode + 1 : 2
  if (rateCode === 15 || channelMode > MID_SIDE || channelCount !== info.channelCount || bitsPerSample === 0) {
    throw damaged('frame header')
  }
  return { length, channelMode, bitsPerSample }
}

/** Coded like UTF-8: the first byte's leading ones say how many follow. */
function skipFrameNumber(reader: BitReader): void {
  const leadingOnes = Math.clz32(~(reader.unsigned(8) << 24))
  reader.position += 8 * Math.max(0, leadingOnes - 1)
}

function readBlockLength(reader: BitReader, code: number): number {
  if (code === 0) throw damaged('block length')
  if (code === 1) return 192
  if (code < 6) return 144 << code
  if (code === 6) return reader.unsigned(8) + 1
  if (code === 7) return reader.unsigned(16) + 1
  return 1 << code
}

/** RFC 9639, 4.2: left and right from one of them, or their mean, and their difference. */
function restoreStereo([a, b]: Float64Array[], channelMode: number): void {
  if (channelMode < LEFT_SIDE) return
  for (let n = 0; n < a!.length; n++) {
    const first = a![n]!
    const second = b![n]!
    if (channelMode === LEFT_SIDE) b![n] = first - second
    else if (channelMode === SIDE_RIGHT) a![n] = first + second
    else {
      // the mean lost its last bit, which the difference still has
      const sum = 2 * first + (second % 2 === 0 ? 0 : 1)
      a![n] = (sum + second) / 2
      b![n] = (sum - second) / 2
    }
  }
}

function damaged(what: string): AppError {
  return new AppError('audio-damaged', `FLAC: bad ${what}`)
}
