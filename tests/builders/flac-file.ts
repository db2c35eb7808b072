import { crc8, crc16 } from '../../src/core/decode/crc'
import { repeated } from './repeated'

export interface FlacAbout {
  /** Hz; what the stream says, while its frames name none. */
  sampleRate: number
  channels?: number
  frameCount: number
  /** Samples a channel; 0 for unknown. */
  claimedLength: number
  /** Bits of one channel of one frame of 65,535 samples, as digits; silence in 17 bits unless given. */
  subframe?: string
}

export const FLAC_FRAME_LENGTH = 65_535
const BITS = 16
/** A constant, which is 0. */
const SILENCE = '00000000'.padEnd(8 + BITS, '0')

/** A FLAC file of equal frames, its checksums right. */
export function flacFile({ sampleRate, channels = 1, frameCount, claimedLength, subframe = SILENCE }: FlacAbout) {
  const head = Buffer.alloc(42)
  head.write('fLaC', 'latin1')
  head.set([0x80, 0, 0, 34, 0xff, 0xff, 0xff, 0xff], 4)
  head.set([sampleRate >> 12, (sampleRate >> 4) & 0xff], 18)
  head[20] = ((sampleRate & 15) << 4) | ((channels - 1) << 1)
  head[21] = ((BITS - 1) << 4) | Math.floor(claimedLength / 2 ** 32)
  head.writeUInt32BE(claimedLength % 2 ** 32, 22)
  return Buffer.concat([head, repeated(frame(channels, subframe), frameCount)])
}

/** Mark, length in 16 bits and the stream's rate, channels of 16 bits, number 0, length - 1, checksum; sound; checksum. */
function frame(channels: number, subframe: string): Uint8Array {
  const header = Uint8Array.of(0xff, 0xf8, 0x70, ((channels - 1) << 4) | 8, 0, 0xff, 0xfe)
  const bits = subframe.repeat(channels)
  const body = Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, n) =>
    Number.parseInt(bits.slice(8 * n, 8 * n + 8).padEnd(8, '0'), 2)
  )
  const bytes = Buffer.concat([header, Uint8Array.of(crc8(header, 0, 7)), body, new Uint8Array(2)])
  bytes.writeUInt16BE(crc16(bytes, 0, bytes.length - 2), bytes.length - 2)
  return bytes
}

/** A predictor of 32 terms, and residuals of one bit each: the most arithmetic for the fewest bytes. */
export const COSTLY_SUBFRAME = [
  '01111110',
  '0'.repeat(32 * BITS),
  '0001',
  '00001',
  '01'.repeat(32),
  '00',
  '0000',
  '0000',
  '1'.repeat(FLAC_FRAME_LENGTH - 32)
].join('')
