import { OpusDecoder } from 'opus-decoder'
import type { AudioStream, Block } from '../../core/decode/audio-stream'
import { viewOf } from '../../core/decode/bytes'
import { AppError } from '../../core/errors'
import type { Packet, PacketTrack } from './packets'
import { trimmedTrack } from './trim'

/** Opus always decodes to this rate, whatever was recorded (RFC 7845, 5.1). */
const SAMPLE_RATE = 48_000

/** Packets decoded at a time: two seconds of the usual ones. */
const BATCH_LENGTH = 100

/** Largest packet that fits the library's memory; it does not check. */
const MAX_PACKET_BYTES_A_CHANNEL = 3840

/** Opus out of Ogg, Matroska or MP4. */
export function openOpus(track: PacketTrack): AudioStream {
  const head = readOpusHead(track.description, track.channelCount)
  return {
    container: track.container,
    codec: 'Opus',
    sampleRate: SAMPLE_RATE,
    channelCount: head.channels,
    blocks: () => trimmedTrack(decodeBatches(track, head), track, { rate: SAMPLE_RATE, leastStartLength: head.preSkip })
  }
}

/** An identification header (RFC 7845, 5.1), by the names of the decoder's options. */
interface OpusHead {
  channels: number
  preSkip: number
  /** Factor that the header wants on every sample. */
  gain: number
  streamCount: number
  coupledStreamCount: number
  channelMappingTable: number[]
}

function readOpusHead(header: Uint8Array, trackChannelCount: number): OpusHead {
  const isThere = header.length >= 19
  const view = viewOf(header)
  const channels = isThere ? header[9]! : trackChannelCount
  const preSkip = isThere ? view.getUint16(10, true) : 0
  const gain = isThere ? 10 ** (view.getInt16(16, true) / 256 / 20) : 1
  const hasTable = isThere && header[18] !== 0
  if (!hasTable && (channels < 1 || channels > 2)) throw new AppError('audio-damaged', `Opus: ${channels} channels`)
  if (hasTable && header.length < 21 + channels) throw new AppError('audio-damaged', 'Opus: no channel table')
  return {
    channels,
    preSkip,
    gain,
    streamCount: hasTable ? header[19]! : 1,
    coupledStreamCount: hasTable ? header[20]! : channels - 1,
    channelMappingTable: hasTable ? [...header.subarray(21, 21 + channels)] : [0, 1].slice(0, channels)
  }
}

async function* decodeBatches(track: PacketTrack, head: OpusHead): AsyncGenerator<Block> {
  const { preSkip, gain, ...layout } = head
  let leadInLength = preSkip
  const decoder = new OpusDecoder(layout)
  await decoder.ready
  try {
    for await (const batch of batchesOf(track.packets())) {
      const frames = batch.map(({ data }) => data)
      if (frames.some((frame) => frame.length > MAX_PACKET_BYTES_A_CHANNEL * layout.channels)) {
        throw new AppError('audio-damaged', 'Opus: impossible packet')
      }
      const { channelData, errors } = decoder.decodeFrames(frames)
      if (errors.length > frames.length / 2) throw new AppError('audio-damaged', `Opus: ${errors[0]!.message}`)
      // Ogg says to the sample where the sound ends; elsewhere the last packet is taken whole
      const length = leadInLength + batch.reduce((sum, packet) => sum + packet.length, 0)
      leadInLength = 0
      const whole = track.container === 'Ogg' ? channelData.map((samples) => samples.subarray(0, length)) : channelData
      const channels = gain === 1 ? whole : whole.map((samples) => samples.map((sample) => sample * gain))
      yield { channels, progress: batch.at(-1)!.progress }
    }
  } finally {
    decoder.free()
  }
}

async function* batchesOf(packets: AsyncIterable<Packet>): AsyncGenerator<Packet[]> {
  let batch: Packet[] = []
  for await (const packet of packets) {
    batch.push(packet)
    if (batch.length < BATCH_LENGTH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
