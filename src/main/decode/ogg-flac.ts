import type { AudioStream, Block } from '../../core/decode/audio-stream'
import { BitReader, padded } from '../../core/decode/bit-reader'
import { describeFlac } from '../../core/decode/flac'
import { decodeFrame, isFrameStart, readStreamInfo, STREAM_INFO_LENGTH } from '../../core/decode/flac-frame'
import { AppError } from '../../core/errors'
import { oggPackets } from './ogg'

/** Where STREAMINFO's body stands in the first packet (RFC 9639, 10.1). */
const STREAM_INFO_START = 17

/**
 * FLAC out of Ogg, which mediabunny does not know: one packet a frame, after some of metadata.
 *
 * @throws {AppError} `audio-damaged` when the stream does not describe itself
 */
export function openOggFlac(bytes: Uint8Array, serial: number, first: Uint8Array): AudioStream {
  if (first.length < STREAM_INFO_START + STREAM_INFO_LENGTH) throw new AppError('audio-damaged', 'FLAC: no description')
  const info = readStreamInfo(new BitReader(padded(first), 8 * STREAM_INFO_START))
  return {
    ...describeFlac('Ogg', info),
    *blocks(): Iterable<Block> {
      for (const { data, progress } of oggPackets(bytes, serial)) {
        if (!isFrameStart(data, 0)) continue
        const frame = padded(data)
        yield { channels: decodeFrame(new BitReader(frame), frame, info), progress }
      }
    }
  }
}
