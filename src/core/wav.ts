import type { Pcg } from './pcg'

/** How a sample is written: 16-bit integer, or 32-bit IEEE float. */
export type WavBitDepth = 16 | 32

const HEADER_LENGTH = 44
const FORMAT_PCM = 1
const FORMAT_FLOAT = 3

/**
 * The recording as a mono RIFF WAVE file.
 *
 * At 16 bits a sample x becomes round(32768 x), held within [-32768, 32767]: what a decoder divides by 32768 again. At
 * 32 bits samples are written as they are.
 *
 * @throws {RangeError} when the sample rate is not a positive integer below 2^32
 */
export function encodeWav(
  { samples, sampleRate }: Pcg,
  { bitDepth }: { bitDepth: WavBitDepth }
): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(sampleRate) || sampleRate < 1 || sampleRate >= 2 ** 32) {
    throw new RangeError(`sample rate ${sampleRate}: not a positive integer below 2^32`)
  }
  const frameLength = bitDepth / 8
  const dataLength = samples.length * frameLength
  const bytes = new Uint8Array(HEADER_LENGTH + dataLength)
  const view = new DataView(bytes.buffer)
  writeAscii(bytes, 0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  writeAscii(bytes, 8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, bitDepth === 16 ? FORMAT_PCM : FORMAT_FLOAT, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * frameLength, true)
  view.setUint16(32, frameLength, true)
  view.setUint16(34, bitDepth, true)
  writeAscii(bytes, 36, 'data')
  view.setUint32(40, dataLength, true)
  for (let sample = 0; sample < samples.length; sample++) {
    const at = HEADER_LENGTH + sample * frameLength
    if (bitDepth === 16) view.setInt16(at, toInt16(samples[sample]!), true)
    else view.setFloat32(at, samples[sample]!, true)
  }
  return bytes
}

function toInt16(sample: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(sample * 32768)))
}

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index)
}
