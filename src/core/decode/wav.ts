import { AppError } from '../errors'
import type { AudioStream, Block } from './audio-stream'
import { pcmFormatName, readPcm } from './pcm'
import { framesOf } from './pcm-stream'
import { type WavPart, wavParts } from './wav-chunks'
import { readWavFormat, type WavFormat } from './wav-format'

/**
 * The sound of a RIFF, RIFX, RF64 or BW64 WAVE file, or of several that were joined.
 *
 * Our own reader, for the library takes lengths at their word: a recorder that streams, or is cut off, leaves 0 or
 * 2^32 - 1 in the RIFF and data lengths, and the rest of the file is then the sound.
 *
 * @throws {AppError} `audio-damaged` without a usable header, `format-unsupported` naming another coding
 */
export function openWav(bytes: Uint8Array): AudioStream {
  const all = wavParts(bytes).filter(({ format, sound }) => format || sound.length > 0)
  const { format, isLittleEndian } = all[0] ?? {}
  if (!format) throw new AppError('audio-damaged', 'WAV: no description of its sound')
  const wav = readWavFormat(format, isLittleEndian!)
  const parts = all.filter((part) => isLike(part, wav))
  const sound = parts.flatMap((part) => part.sound)
  if (sound.length === 0) throw new AppError('audio-damaged', 'WAV: no sound in it')
  const { pcmFormat, channelCount, sampleRate, frameByteLength } = wav
  const length = sound.reduce((sum, piece) => sum + Math.floor(piece.length / frameByteLength), 0)
  return {
    container: 'WAV',
    codec: pcmFormatName(pcmFormat),
    sampleRate,
    channelCount,
    claimedLength: length,
    faults: () => [
      ...(parts.some(({ isCutShort }) => isCutShort) ? ['cut-short' as const] : []),
      ...(parts.length < all.length ? ['part-left-out' as const] : [])
    ],
    *blocks(): Iterable<Block> {
      const gain = gainOf(sound, wav)
      let done = 0
      for (const frames of framesOf(sound, frameByteLength)) {
        const channels = readPcm(frames, pcmFormat, channelCount, frameByteLength)
        done += channels[0]!.length
        yield {
          channels: gain === 1 ? channels : channels.map((samples) => samples.map((sample) => sample * gain)),
          progress: done / length
        }
      }
    }
  }
}

/** Sound of another kind cannot be joined to this one. */
function isLike({ format, isLittleEndian }: WavPart, wav: WavFormat): boolean {
  if (!format) return false
  const { pcmFormat, channelCount, sampleRate } = readWavFormat(format, isLittleEndian)
  return pcmFormat === wav.pcmFormat && channelCount === wav.channelCount && sampleRate === wav.sampleRate
}

/**
 * What a container's number has to be multiplied by: samples should stand at the top of it, but some stand at the
 * bottom, and nothing but their own bytes tells. There the top is never more than the sign, and the lowest byte moves.
 */
function gainOf(sound: readonly Uint8Array[], wav: WavFormat): number {
  const { pcmFormat, channelCount, frameByteLength, spareByteLength } = wav
  if (spareByteLength === 0) return 1
  const containerBits = (8 * frameByteLength) / channelCount
  const gain = 2 ** (8 * spareByteLength)
  let isLowestMoved = false
  for (const frames of framesOf(sound, frameByteLength)) {
    for (const samples of readPcm(frames, pcmFormat, channelCount, frameByteLength)) {
      for (const sample of samples) {
        if (sample < -1 / gain || sample >= 1 / gain) return 1
        isLowestMoved ||= (sample * 2 ** (containerBits - 1)) % 2 ** (8 * spareByteLength) !== 0
      }
    }
  }
  return isLowestMoved ? gain : 1
}
