import type { AudioStream, Block } from '../../core/decode/audio-stream'
import { BitReader, padded } from '../../core/decode/bit-reader'
import { describeFlac } from '../../core/decode/flac'
import { decodeFrame, readStreamInfo, STREAM_INFO_LENGTH, type StreamInfo } from '../../core/decode/flac-frame'
import { AppError } from '../../core/errors'
import type { Packet, PacketTrack } from './packets'
import { trimmedTrack } from './trim'

/** Where STREAMINFO's body stands in what MP4 and Matroska keep: a mark and a block header precede it. */
const STREAM_INFO_START = 8

/** FLAC out of MP4 or Matroska: one packet a frame. */
export function openBoxedFlac(track: PacketTrack): AudioStream {
  const { container, description, packets } = track
  if (description.length < STREAM_INFO_START + STREAM_INFO_LENGTH) {
    throw new AppError('audio-damaged', 'FLAC: no description')
  }
  const info = readStreamInfo(new BitReader(padded(description), 8 * STREAM_INFO_START))
  return {
    ...describeFlac(container, info),
    blocks: () => trimmedTrack(decodeFrames(packets(), info), track)
  }
}

async function* decodeFrames(packets: AsyncIterable<Packet>, info: StreamInfo): AsyncGenerator<Block> {
  for await (const { data, progress } of packets) {
    const frame = padded(data)
    yield { channels: decodeFrame(new BitReader(frame), frame, info), progress }
  }
}
