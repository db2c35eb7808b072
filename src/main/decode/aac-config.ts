import { BitReader, padded } from '../../core/decode/bit-reader'
import { AppError } from '../../core/errors'

/** Hz by index (ISO/IEC 14496-3, table 1.18). */
const SAMPLE_RATES = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350] as const

const ESCAPE = 15

export const LOW_COMPLEXITY = 2
const SBR = 5
const PARAMETRIC_STEREO = 29

/** What an AAC decoder must know before the first frame. */
export interface AacConfig {
  /** Table 1.17; that of the core where there is an extension. */
  objectType: number
  /** High-efficiency AAC: a core at half the rate, and instructions to guess the upper half of the spectrum. */
  isExtended: boolean
  /** Hz, of the core. */
  sampleRate: number
  rateIndex: number
  /** Up to 6 the number of channels; 7 means eight, 0 a layout of its own. */
  channelConfig: number
  hasShortFrames: boolean
}

/**
 * Reads an AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1), as MP4 and Matroska carry it.
 *
 * @throws {AppError} `audio-damaged` when it is cut off or names no rate
 */
export function readAacConfig(description: Uint8Array): AacConfig {
  if (description.length < 2) throw new AppError('audio-damaged', 'AAC: no description')
  const reader = new BitReader(padded(description))
  let objectType = readObjectType(reader)
  const { sampleRate, rateIndex } = readRate(reader)
  const channelConfig = reader.unsigned(4)
  const isExtended = objectType === SBR || objectType === PARAMETRIC_STEREO
  if (isExtended) {
    readRate(reader)
    objectType = readObjectType(reader)
  }
  return { objectType, isExtended, sampleRate, rateIndex, channelConfig, hasShortFrames: reader.unsigned(1) === 1 }
}

function readObjectType(reader: BitReader): number {
  const type = reader.unsigned(5)
  return type === 31 ? 32 + reader.unsigned(6) : type
}

/** A rate that is not in the table is decoded with the tables of the nearest one (table 4.82). */
function readRate(reader: BitReader): { sampleRate: number; rateIndex: number } {
  const index = reader.unsigned(4)
  const sampleRate = index === ESCAPE ? reader.unsigned(24) : SAMPLE_RATES[index]
  if (!sampleRate) throw new AppError('audio-damaged', 'AAC: no sample rate')
  const distances = SAMPLE_RATES.map((rate) => Math.abs(Math.log(rate / sampleRate)))
  return { sampleRate, rateIndex: distances.indexOf(Math.min(...distances)) }
}

/** The header that makes a bare frame one of an ADTS file (ISO/IEC 14496-3, 1.A.2.2), without checksum. */
export function adtsHeader(frameLength: number, { rateIndex, channelConfig }: AacConfig): Uint8Array {
  const length = frameLength + 7
  return Uint8Array.of(
    0xff,
    0xf1,
    ((LOW_COMPLEXITY - 1) << 6) | (rateIndex << 2) | (channelConfig >> 2),
    ((channelConfig & 3) << 6) | (length >> 11),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc
  )
}
