import type { AudioStream, Block } from './audio-stream'
import { type PcmFormat, pcmByteLength, pcmFormatName, readPcm } from './pcm'

/** Frames decoded at a time. */
const BLOCK_LENGTH = 16_384

/** Uncompressed sound that lies in one piece, its frames as short as they can be. */
export function pcmStream(
  sound: Uint8Array,
  about: { container: string; format: PcmFormat; sampleRate: number; channelCount: number; isCutShort: boolean }
): AudioStream {
  const { container, format, sampleRate, channelCount, isCutShort } = about
  const frameByteLength = channelCount * pcmByteLength(format)
  return {
    container,
    codec: pcmFormatName(format),
    sampleRate,
    channelCount,
    claimedLength: Math.floor(sound.length / frameByteLength),
    faults: () => (isCutShort ? ['cut-short'] : []),
    *blocks(): Iterable<Block> {
      let done = 0
      for (const frames of framesOf([sound], frameByteLength)) {
        done += frames.length
        yield { channels: readPcm(frames, format, channelCount), progress: done / sound.length }
      }
    }
  }
}

/** Whole frames of pieces of sound, a block at a time. */
export function* framesOf(pieces: readonly Uint8Array[], frameByteLength: number): Generator<Uint8Array> {
  for (const piece of pieces) {
    const length = Math.floor(piece.length / frameByteLength)
    for (let start = 0; start < length; start += BLOCK_LENGTH) {
      const end = Math.min(start + BLOCK_LENGTH, length)
      yield piece.subarray(start * frameByteLength, end * frameByteLength)
    }
  }
}
