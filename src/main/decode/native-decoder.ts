import { OfflineAudioContext } from 'node-web-audio-api'
import type { Block } from '../../core/decode/audio-stream'
import type { Packet } from './packets'

/**
 * Samples over all channels that are decoded in one call: 87 s at 48 kHz, 16 MB as floats. The library decodes only
 * whole files, so a longer one is handed over as several.
 */
const CHUNK_LENGTH = 2 ** 22

/** How packets of one coding become a file that the library reads. */
export interface Coding {
  /** Packets before the first wanted one that the decoder must have seen to decode that one right. */
  preRoll: number
  /** Whether the first packet of a file only starts the decoder, and gives no sound. */
  isFirstPacketSilent: boolean
  toFile: (packets: Uint8Array[]) => Uint8Array | Promise<Uint8Array>
}

/**
 * Decodes AAC-LC, MP3 or Vorbis by Symphonia, through node-web-audio-api, at the file's own rate.
 *
 * @param packets of the whole stream
 * @returns the sound of all of them, a chunk at a time
 */
export async function* decodePackets(
  packets: AsyncIterable<Packet>,
  sampleRate: number,
  channelCount: number,
  coding: Coding
): AsyncGenerator<Block> {
  let chunk: Packet[] = []
  let knownCount = 0
  let length = 0
  for await (const packet of packets) {
    chunk.push(packet)
    length += packet.length
    if (length * channelCount < CHUNK_LENGTH) continue
    yield await decodeChunk(chunk, knownCount, sampleRate, coding)
    chunk = chunk.slice(-coding.preRoll)
    knownCount = chunk.length
    length = 0
  }
  if (chunk.length > knownCount) yield await decodeChunk(chunk, knownCount, sampleRate, coding)
}

/** @param knownCount packets at the beginning whose sound has been given before */
async function decodeChunk(chunk: Packet[], knownCount: number, sampleRate: number, coding: Coding): Promise<Block> {
  const file = await coding.toFile(chunk.map(({ data }) => data))
  const lengths = chunk.map(({ length }) => length)
  if (coding.isFirstPacketSilent) lengths[0] = 0
  const start = sumOf(lengths.slice(0, knownCount))
  const end = sumOf(lengths)
  const channels = await decodeFile(file, sampleRate)
  return { channels: channels.map((samples) => samples.subarray(start, end)), progress: chunk.at(-1)!.progress }
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

async function decodeFile(file: Uint8Array, sampleRate: number): Promise<Float32Array[]> {
  // a context at the file's own rate, or the library would resample, badly
  const context = new OfflineAudioContext(1, 1, sampleRate)
  const buffer = await context.decodeAudioData(Uint8Array.from(file).buffer)
  return Array.from({ length: buffer.numberOfChannels }, (_, channel) => buffer.getChannelData(channel))
}
