import type { AudioStream, Block } from '../../core/decode/audio-stream'
import { joined } from '../../core/decode/bytes'
import { type PcmFormat, pcmByteLength, pcmFormatName, readPcm } from '../../core/decode/pcm'
import type { PacketTrack } from './packets'
import { trimmedTrack } from './trim'

/** Bytes read as one block: packets of QuickTime can be as short as one frame. */
const BLOCK_BYTES = 65_536

/** Uncompressed sound out of MP4, QuickTime or Matroska. */
export function openBoxedPcm(track: PacketTrack, format: PcmFormat): AudioStream {
  const { sampleRate, channelCount } = track
  return {
    container: track.container,
    codec: pcmFormatName(format),
    sampleRate,
    channelCount,
    blocks: () => trimmedTrack(readBlocks(track, format), track)
  }
}

async function* readBlocks({ packets, channelCount }: PacketTrack, format: PcmFormat): AsyncGenerator<Block> {
  const frameByteLength = channelCount * pcmByteLength(format)
  let parts: Uint8Array[] = []
  let length = 0
  let progress = 0
  for await (const packet of packets()) {
    parts.push(packet.data)
    length += packet.data.length
    progress = packet.progress
    if (length < BLOCK_BYTES) continue
    const bytes = joined(parts)
    yield { channels: readPcm(bytes, format, channelCount), progress }
    // what does not fill a frame waits for the next block
    length %= frameByteLength
    parts = [bytes.subarray(bytes.length - length)]
  }
  yield { channels: readPcm(joined(parts), format, channelCount), progress }
}
