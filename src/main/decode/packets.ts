import { EncodedPacketSink, Input, type InputAudioTrack, type InputFormat, Logging, LogLevel, MP4 } from 'mediabunny'
import { AppError } from '../../core/errors'
import { isIndexMissing } from './mp4-boxes'
import { keptByEdits } from './mp4-edits'
import { withShortChunks } from './mp4-sample-tables'
import { PatientSource } from './patient-source'

// what it finds odd in a file is said by our errors, not on the console of whoever calls us
Logging.level = LogLevel.Silent

/** One compressed piece of sound. */
export interface Packet {
  data: Uint8Array
  /** Samples a channel that the container gives it: exact in Ogg, rounded to milliseconds in Matroska. */
  length: number
  /** Share of the file's sound that ends with this packet, 0 to 1. */
  progress: number
}

/** A file's first sound track, taken out of its container by mediabunny. */
export interface PacketTrack {
  /** What people call the container. */
  container: string
  /** mediabunny's name of the coding; null for one that it does not know. */
  codec: string | null
  /** The container's own name of the coding: four letters in MP4, `A_...` in Matroska. */
  containerCodecId: string
  /** Hz */
  sampleRate: number
  channelCount: number
  /** What the decoder must know before the first packet; empty where the coding needs nothing. */
  description: Uint8Array
  /** Samples a channel that come before time zero: what an encoder needed to start, and a player leaves out. */
  leadInLength: number
  /** Samples a channel to keep after that; undefined for all: a person may have trimmed the rest away. */
  keptLength: number | undefined
  packets: () => AsyncIterable<Packet>
}

/**
 * @param formats the containers that the file may be; one, where its first bytes were clear
 * @throws {AppError} `audio-no-track` when nothing in it sounds, `audio-index-missing` when an MP4 was cut off before
 *   its index, `audio-damaged` when there is none for another reason
 */
export async function openTrack(bytes: Uint8Array, formats: InputFormat[]): Promise<PacketTrack> {
  const isMp4 = formats.includes(MP4)
  if (isMp4 && isIndexMissing(bytes)) throw new AppError('audio-index-missing', 'cut off before its index')
  const input = new Input({ formats, source: new PatientSource(isMp4 ? withShortChunks(bytes) : bytes) })
  const track = await input.getPrimaryAudioTrack()
  if (!track) throw await whyNoTrack(input)
  const sampleRate = await track.getSampleRate()
  const firstS = await track.getFirstTimestamp()
  const config = await track.getDecoderConfig()
  const keptS = isMp4 ? keptByEdits(bytes, track.id) : undefined
  return {
    container: nameOf((await input.getFormat()).name),
    codec: await track.getCodec(),
    containerCodecId: String((await track.getInternalCodecId()) ?? ''),
    sampleRate,
    channelCount: await track.getNumberOfChannels(),
    description: toBytes(config?.description),
    leadInLength: Math.max(0, Math.round(-firstS * sampleRate)),
    keptLength: keptS === undefined ? undefined : Math.round(keptS * sampleRate),
    packets: () => packetsOf(track, sampleRate, bytes.length)
  }
}

async function whyNoTrack(input: Input): Promise<AppError> {
  const tracks = await input.getTracks()
  if (tracks.length === 0) return new AppError('audio-damaged', 'no index of tracks')
  return new AppError('audio-no-track', 'no sound track')
}

function nameOf(format: string): string {
  return format === 'QuickTime File Format' ? 'QuickTime' : format
}

async function* packetsOf(track: InputAudioTrack, sampleRate: number, fileLength: number): AsyncGenerator<Packet> {
  let readLength = 0
  for await (const { data, duration } of new EncodedPacketSink(track).packets()) {
    readLength += data.length
    yield { data, length: Math.round(duration * sampleRate), progress: Math.min(1, readLength / fileLength) }
  }
}

function toBytes(description: AllowSharedBufferSource | undefined): Uint8Array {
  if (description === undefined) return new Uint8Array(0)
  if (ArrayBuffer.isView(description)) {
    return new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
  }
  return new Uint8Array(description)
}
