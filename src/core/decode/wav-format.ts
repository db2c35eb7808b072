import { AppError } from '../errors'
import { viewOf } from './bytes'
import { type PcmFormat, pcmByteLength } from './pcm'
import { unsupported } from './unsupported'

/** Codings that other programs put into WAV files and we do not decode, by their format tag (RFC 2361, mmreg.h). */
const UNSUPPORTED_TAGS: Readonly<Record<number, string>> = {
  2: 'Microsoft ADPCM in WAV',
  17: 'IMA ADPCM in WAV',
  20: 'G.723 in WAV',
  49: 'GSM 6.10 in WAV',
  64: 'G.721 in WAV',
  69: 'G.726 in WAV',
  80: 'MPEG audio layer II in WAV',
  85: 'MP3 in WAV',
  255: 'AAC in WAV',
  352: 'Windows Media Audio in WAV',
  353: 'Windows Media Audio in WAV',
  8192: 'AC-3 in WAV',
  61868: 'FLAC in WAV'
}

export interface WavFormat {
  pcmFormat: PcmFormat
  channelCount: number
  sampleRate: number
  /** From one frame to the next. */
  frameByteLength: number
  /** Bytes of a container that a sample leaves empty, at whichever end of it. */
  spareByteLength: number
}

/**
 * Reads the body of a `fmt ` chunk.
 *
 * A sample may stand in more bytes than it needs (24 bits in four): it is then read as a number of so many bytes.
 *
 * @throws {AppError} `audio-damaged`, `format-unsupported` naming another coding
 */
export function readWavFormat(format: Uint8Array, isLittleEndian: boolean): WavFormat {
  if (format.length < 16) throw new AppError('audio-damaged', 'WAV: description too short')
  const view = viewOf(format)
  const tag = view.getUint16(0, isLittleEndian)
  const channelCount = view.getUint16(2, isLittleEndian)
  const claimedFrameBytes = view.getUint16(12, isLittleEndian)
  const bits = view.getUint16(14, isLittleEndian)
  if (channelCount === 0) throw new AppError('audio-damaged', 'WAV: no channels')
  // WAVE_FORMAT_EXTENSIBLE: the first two bytes of the GUID are the tag
  const isExtensible = tag === 0xfffe && format.length >= 26
  const coding = isExtensible ? view.getUint16(24, isLittleEndian) : tag
  const pcmFormat = pcmFormatOf(coding, bits, isLittleEndian)
  const sampleBytes = pcmByteLength(pcmFormat)
  const frameByteLength = Math.max(claimedFrameBytes, channelCount * sampleBytes)
  const containerBytes = frameByteLength / channelCount
  const isInContainer = coding === INTEGERS && sampleBytes > 1 && containerBytes > sampleBytes && containerBytes <= 4
  const isWhole = isInContainer && Number.isInteger(containerBytes)
  return {
    pcmFormat: isWhole ? pcmFormatOf(INTEGERS, 8 * containerBytes, isLittleEndian) : pcmFormat,
    channelCount,
    sampleRate: view.getUint32(4, isLittleEndian),
    frameByteLength,
    spareByteLength: isWhole ? containerBytes - sampleBytes : 0
  }
}

const INTEGERS = 1

function pcmFormatOf(tag: number, bits: number, isLittleEndian: boolean): PcmFormat {
  const order = isLittleEndian ? '' : 'be'
  if (tag === 6) return 'alaw'
  if (tag === 7) return 'ulaw'
  // fewer bits than the bytes hold stand at the top of them, so that 12 bits read as 16 and 20 as 24
  const byteLength = Math.ceil(bits / 8)
  if (tag === 1 && byteLength === 1) return 'pcm-u8'
  if (tag === 1 && byteLength === 2) return `pcm-s16${order}`
  if (tag === 1 && byteLength === 3) return `pcm-s24${order}`
  if (tag === 1 && byteLength === 4) return `pcm-s32${order}`
  if (tag === 3 && bits === 32) return `pcm-f32${order}`
  if (tag === 3 && bits === 64) return `pcm-f64${order}`
  if (tag === 1 || tag === 3) throw new AppError('audio-damaged', `WAV: ${bits} bits a sample`)
  const format = UNSUPPORTED_TAGS[tag] ?? `WAV coding 0x${tag.toString(16)}`
  throw unsupported(format)
}
