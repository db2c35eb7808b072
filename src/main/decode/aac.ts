import type { AudioStream } from '../../core/decode/audio-stream'
import { joined } from '../../core/decode/bytes'
import { unsupported } from '../../core/decode/unsupported'
import { type AacConfig, adtsHeader, LOW_COMPLEXITY, readAacConfig } from './aac-config'
import { type Coding, decodePackets } from './native-decoder'
import type { Packet, PacketTrack } from './packets'
import { trimmedTrack } from './trim'

const FRAME_LENGTH = 1024

/** The relatives of low-complexity AAC that we do not decode (ISO/IEC 14496-3, table 1.17). */
const OBJECT_TYPES: Readonly<Record<number, string>> = {
  1: 'AAC Main',
  3: 'AAC-SSR',
  4: 'AAC-LTP',
  23: 'AAC-LD',
  36: 'MPEG-4 ALS',
  39: 'AAC-ELD',
  42: 'xHE-AAC (USAC)'
}

/** A frame overlaps the one before it; one more, and the decoder has forgotten that it was started in the middle. */
const PRE_ROLL = 2

/**
 * AAC out of MP4 or Matroska.
 *
 * High-efficiency AAC is decoded without its extension, which only guesses sound above a quarter of the sample rate, or
 * makes stereo out of mono: a heart has nothing there.
 *
 * @throws {AppError} `format-unsupported` for the object types beyond low complexity
 */
export function openAac(track: PacketTrack): AudioStream {
  const config = readAacConfig(track.description)
  assertDecodable(config)
  const { sampleRate, channelConfig: channelCount } = config
  const coding: Coding = {
    preRoll: PRE_ROLL,
    isFirstPacketSilent: false,
    toFile: (frames) => joined(frames.flatMap((frame) => [adtsHeader(frame.length, config), frame]))
  }
  return {
    container: track.container,
    codec: config.isExtended ? 'HE-AAC' : 'AAC',
    sampleRate,
    channelCount,
    blocks: () =>
      trimmedTrack(decodePackets(framesOf(track), sampleRate, channelCount, coding), track, { rate: sampleRate })
  }
}

/** AAC in its bare form, a header before each frame. */
export function openAdts(track: PacketTrack): AudioStream {
  const { sampleRate, channelCount } = track
  const objectType = Number(track.containerCodecId)
  assertDecodable({ objectType, channelConfig: channelCount, hasShortFrames: false })
  const coding: Coding = { preRoll: PRE_ROLL, isFirstPacketSilent: false, toFile: joined }
  return {
    container: track.container,
    codec: 'AAC',
    sampleRate,
    channelCount,
    blocks: () => decodePackets(framesOf(track), sampleRate, channelCount, coding)
  }
}

type Decodability = Pick<AacConfig, 'objectType' | 'channelConfig' | 'hasShortFrames'>

function assertDecodable({ objectType, channelConfig, hasShortFrames }: Decodability): void {
  if (objectType !== LOW_COMPLEXITY) throw unsupported(OBJECT_TYPES[objectType] ?? `AAC object type ${objectType}`)
  if (hasShortFrames) throw unsupported('AAC with frames of 960 samples')
  if (channelConfig !== 1 && channelConfig !== 2) throw unsupported('AAC with more than two channels')
}

/** A frame is as long as it is, whatever the container says. */
async function* framesOf({ packets }: PacketTrack): AsyncGenerator<Packet> {
  for await (const packet of packets()) yield { ...packet, length: FRAME_LENGTH }
}
