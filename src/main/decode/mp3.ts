import type { AudioStream } from '../../core/decode/audio-stream'
import { ascii, id3Length, joined, viewOf } from '../../core/decode/bytes'
import { encoderInfoStart, readMpegAudioHeader } from './frame-headers'
import { countMp3Frames } from './frame-walk'
import { type Coding, decodePackets } from './native-decoder'
import type { Packet, PacketTrack } from './packets'
import { trimmed, trimmedTrack } from './trim'

/** Samples by which every layer III decoder is late: 528 of its filter bank, and one. */
const DECODER_DELAY = 529

const CODING: Coding = {
  // a frame borrows bits from up to 511 bytes back, which can be many small frames, and overlaps the one before it
  preRoll: 24,
  isFirstPacketSilent: false,
  toFile: joined
}

/** @param file the whole file, where it is a bare MP3 file, for what its first frame says about the encoder */
export function openMp3(track: PacketTrack, file?: Uint8Array): AudioStream {
  const { sampleRate, channelCount } = track
  const padding = file && readEncoderPadding(file)
  return {
    container: track.container,
    codec: 'MP3',
    sampleRate,
    channelCount,
    claimedLength: padding?.length,
    faults: () => (padding?.isCutShort ? ['cut-short'] : []),
    blocks: () => {
      const blocks = decodePackets(framesOf(track), sampleRate, channelCount, CODING)
      return padding ? trimmed(blocks, padding.startLength, padding.length) : trimmedTrack(blocks, track)
    }
  }
}

/** A frame is as long as its header says, whatever the container does. */
async function* framesOf({ packets }: PacketTrack): AsyncGenerator<Packet> {
  for await (const packet of packets()) {
    yield { ...packet, length: readMpegAudioHeader(packet.data, 0)?.length ?? packet.length }
  }
}

/** What an encoder put before and behind the sound. */
interface EncoderPadding {
  startLength: number
  /** Of the sound itself, in samples; undefined where nobody filled it in, or more follows than it says. */
  length: number | undefined
  isCutShort: boolean
}

/**
 * Reads the frame without sound that LAME and its relatives put first: how many frames there are, and how many of their
 * samples are not sound (Xing/Info tag with LAME's extension, gabriel.mp3-tech.org/mp3infotag.html).
 */
function readEncoderPadding(file: Uint8Array): EncoderPadding | undefined {
  const start = id3Length(file)
  const at = encoderInfoStart(file, start)
  if (at === undefined || at + 144 > file.length) return undefined
  const view = viewOf(file)
  const hasAllFields = (view.getUint32(at + 4) & 0x0f) === 0x0f
  if (!hasAllFields || !['LAME', 'Lavf', 'Lavc'].includes(ascii(file, at + 120, 4))) return undefined
  const claimedCount = view.getUint32(at + 8)
  const delays = (view.getUint16(at + 141) << 8) | view.getUint8(at + 143)
  const { count, isToEnd } = countMp3Frames(file, start)
  // the first frame is not sound, and some writers count it
  const isCutShort = isToEnd && claimedCount > count
  const isBelieved = !isCutShort && claimedCount >= count - 1
  const frameLength = readMpegAudioHeader(file, start)!.length
  return {
    startLength: (delays >> 12) + DECODER_DELAY,
    length: isBelieved ? Math.max(0, claimedCount * frameLength - (delays >> 12) - (delays & 0xfff)) : undefined,
    isCutShort
  }
}
