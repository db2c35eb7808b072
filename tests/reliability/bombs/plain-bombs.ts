import { joined } from '../../../src/core/decode/bytes'
import { repeated } from '../../builders/repeated'
import { chunk, format, riff } from '../../builders/wav-file'
import { readFixture } from '../../fixtures/audio/fixtures'
import type { Bomb } from './bomb'

const MOST_BYTES = 63_900_000
const wav = (about: Parameters<typeof format>[0], byteLength: number, value = 0) =>
  riff(format(about), chunk('data', new Uint8Array(byteLength).fill(value)))
const withFixture = (file: string, at: number, value: number, byteLength: 2 | 4) => () => {
  const bytes = Buffer.from(readFixture(file))
  if (byteLength === 2) bytes.writeUInt16BE(value, at)
  else bytes.writeUInt32BE(value, at)
  return bytes
}

export const PLAIN_BOMBS: Readonly<Record<string, Bomb>> = {
  'WAV of 10 min at 13 kHz, 8 channels': {
    soundS: 600,
    make: () => wav({ channels: 8, sampleRate: 13_400, bits: 8 }, MOST_BYTES)
  },
  'WAV of 41 s at 192 kHz, 8 channels': {
    soundS: 41,
    make: () => wav({ channels: 8, sampleRate: 192_000, bits: 8 }, MOST_BYTES)
  },
  'WAV of 5 min at 191,999 Hz': { soundS: 332, make: () => wav({ sampleRate: 191_999, bits: 8 }, MOST_BYTES, 127) },
  'WAV of 10 min at 106,501 Hz': { soundS: 599, make: () => wav({ sampleRate: 106_501, bits: 8 }, MOST_BYTES, 127) },
  'WAV of 10 min at 499 Hz': { soundS: 0, make: () => wav({ sampleRate: 499 }, 598_000) },
  'WAV of 10 min at 500 Hz, 8 channels': { soundS: 598, make: () => wav({ sampleRate: 500, channels: 8 }, 4_784_000) },
  'WAV of 35 h at 500 Hz': { soundS: 600, make: () => wav({ sampleRate: 500, bits: 8 }, MOST_BYTES) },
  'WAV of no numbers': { soundS: 166, make: () => wav({ tag: 3, bits: 32, sampleRate: 96_000 }, MOST_BYTES, 0xff) },
  'WAV of 65,535 channels': { soundS: 1, make: () => wav({ channels: 65_535, bits: 8 }, MOST_BYTES) },
  'WAV of 5 million files': { soundS: 0, make: () => repeated(riff(), 5_000_000) },
  'WAV of a million files with sound': {
    soundS: 500,
    make: () => repeated(riff(format({}), chunk('data', new Uint8Array(2))), 1_300_000)
  },
  'WAV of 7 million chunks': {
    soundS: 2,
    make: () =>
      riff(format({}), repeated(chunk('data', new Uint8Array(0)), 7_500_000), chunk('data', new Uint8Array(8000)))
  },
  'WAV of lengths that were never filled in': {
    soundS: 0,
    make: () =>
      repeated(joined([riff(format({})), chunk('data', new Uint8Array(0), { claimed: 0xffffffff })]), 1_300_000)
  },
  'AIFF of 4 GB that are not there': { soundS: 1, make: withFixture('aiff.aiff', 42, 0xffffffff, 4) },
  'AIFF of 65,535 channels': { soundS: 1, make: withFixture('aiff.aiff', 20, 0xffff, 2) },
  'CAF of 4 billion channels': { soundS: 1, make: withFixture('caf.caf', 44, 0xffffffff, 4) }
}
