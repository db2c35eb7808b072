import { AppError } from '../errors'
import type { AudioStream, Block } from './audio-stream'
import { ascii, viewOf } from './bytes'
import { type PcmFormat, pcmByteLength, pcmFormatName, readPcm } from './pcm'
import { unsupported } from './unsupported'

/** Frames decoded at a time. */
const BLOCK_LENGTH = 16_384

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

/** RIFF, its big-endian and its long forms, with WAVE in it. */
export function isWav(bytes: Uint8Array): boolean {
  return ['RIFF', 'RIFX', 'RF64', 'BW64'].includes(ascii(bytes, 0, 4)) && ascii(bytes, 8, 4) === 'WAVE'
}

/**
 * The sound of a RIFF, RIFX, RF64 or BW64 WAVE file.
 *
 * Our own reader, for the library takes lengths at their word: a recorder that streams, or is cut off, leaves 0 or
 * 2^32 - 1 in the RIFF and data lengths, and the rest of the file is then the sound.
 *
 * @throws {AppError} `audio-damaged` without a usable header, `format-unsupported` naming another coding
 */
export function openWav(bytes: Uint8Array): AudioStream {
  const isLittleEndian = ascii(bytes, 0, 4) !== 'RIFX'
  const { format, data } = findChunks(bytes, isLittleEndian)
  const { pcmFormat, channelCount, sampleRate, frameByteLength } = readFormat(format, isLittleEndian)
  const length = Math.floor(data.length / frameByteLength)
  return {
    container: 'WAV',
    codec: pcmFormatName(pcmFormat),
    sampleRate,
    channelCount,
    claimedLength: length,
    *blocks(): Iterable<Block> {
      for (let start = 0; start < length; start += BLOCK_LENGTH) {
        const end = Math.min(start + BLOCK_LENGTH, length)
        const part = data.subarray(start * frameByteLength, end * frameByteLength)
        yield { channels: readPcm(part, pcmFormat, channelCount, frameByteLength), progress: end / length }
      }
    }
  }
}

function findChunks(bytes: Uint8Array, isLittleEndian: boolean): { format: Uint8Array; data: Uint8Array } {
  const view = viewOf(bytes)
  let format: Uint8Array | undefined
  let longLength: number | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = ascii(bytes, at, 4)
    const start = at + 8
    const length = view.getUint32(at + 4, isLittleEndian)
    if (id === 'data') {
      if (!format) throw new AppError('audio-damaged', 'WAV: sound before its description')
      return { format, data: soundFrom(bytes, start, length, longLength) }
    }
    if (id === 'fmt ') format = bytes.subarray(start, start + length)
    // EBU Tech 3306: the data length as 64 bits, behind that of the whole file
    if (id === 'ds64' && start + 16 <= bytes.length) longLength = Number(view.getBigUint64(start + 8, isLittleEndian))
    at = start + length + (length % 2)
  }
  throw new AppError('audio-damaged', 'WAV: no sound in it')
}

function soundFrom(bytes: Uint8Array, start: number, length: number, longLength: number | undefined): Uint8Array {
  const claimed = length === 0xffffffff && longLength !== undefined ? longLength : length
  const wasNeverFilledIn = claimed === 0 && !isChunkHeader(bytes, start)
  return bytes.subarray(start, wasNeverFilledIn ? bytes.length : Math.min(start + claimed, bytes.length))
}

/** Tells a really empty data chunk, which another chunk may follow, from one whose length was never filled in. */
function isChunkHeader(bytes: Uint8Array, at: number): boolean {
  if (at + 8 > bytes.length || !/^[A-Za-z0-9 ]{4}$/.test(ascii(bytes, at, 4))) return false
  return at + 8 + viewOf(bytes).getUint32(at + 4, true) <= bytes.length
}

interface WavFormat {
  pcmFormat: PcmFormat
  channelCount: number
  sampleRate: number
  frameByteLength: number
}

function readFormat(format: Uint8Array, isLittleEndian: boolean): WavFormat {
  if (format.length < 16) throw new AppError('audio-damaged', 'WAV: description too short')
  const view = viewOf(format)
  const tag = view.getUint16(0, isLittleEndian)
  const channelCount = view.getUint16(2, isLittleEndian)
  const bits = view.getUint16(14, isLittleEndian)
  if (channelCount === 0) throw new AppError('audio-damaged', 'WAV: no channels')
  // WAVE_FORMAT_EXTENSIBLE: the first two bytes of the GUID are the tag
  const isExtensible = tag === 0xfffe && format.length >= 26
  const pcmFormat = pcmFormatOf(isExtensible ? view.getUint16(24, isLittleEndian) : tag, bits, isLittleEndian)
  const sampleByteLength = pcmByteLength(pcmFormat)
  return {
    pcmFormat,
    channelCount,
    sampleRate: view.getUint32(4, isLittleEndian),
    frameByteLength: channelCount * sampleByteLength
  }
}

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
