import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, OGG, OggOutputFormat, Output } from 'mediabunny'
import type { AudioStream, Block } from '../../core/decode/audio-stream'
import { decodePackets } from './native-decoder'
import { openTrack, type PacketTrack } from './packets'

/** Vorbis out of Ogg or Matroska. */
export function openVorbis(track: PacketTrack): AudioStream {
  const { container, sampleRate, channelCount } = track
  return {
    container,
    codec: 'Vorbis',
    sampleRate,
    channelCount,
    blocks: () => (container === 'Ogg' ? decodeOgg(track) : decodeRewrapped(track))
  }
}

function decodeOgg(track: PacketTrack): AsyncGenerator<Block> {
  // a block overlaps the one before it, and the first of all only starts the overlap
  return decodePackets(track.packets(), track.sampleRate, track.channelCount, {
    preRoll: 2,
    isFirstPacketSilent: true,
    toFile: (packets) => toOgg(packets, track)
  })
}

/** Matroska rounds lengths to milliseconds; the Ogg reader works them out to the sample. */
async function* decodeRewrapped(track: PacketTrack): AsyncGenerator<Block> {
  const packets: Uint8Array[] = []
  for await (const { data } of track.packets()) packets.push(data)
  if (packets.length === 0) return
  yield* decodeOgg(await openTrack(await toOgg(packets, track), [OGG]))
}

/** The native decoder knows Vorbis in Ogg only. */
async function toOgg(packets: Uint8Array[], track: PacketTrack): Promise<Uint8Array> {
  const { sampleRate, channelCount: numberOfChannels, description } = track
  const target = new BufferTarget()
  const output = new Output({ format: new OggOutputFormat(), target })
  const source = new EncodedAudioPacketSource('vorbis')
  output.addAudioTrack(source)
  await output.start()
  const decoderConfig = { codec: 'vorbis', sampleRate, numberOfChannels, description }
  for (const data of packets) await source.add(new EncodedPacket(data, 'key', 0, 0), { decoderConfig })
  await output.finalize()
  return new Uint8Array(target.buffer!)
}
