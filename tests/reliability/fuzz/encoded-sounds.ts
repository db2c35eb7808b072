import { joined } from '../../../src/core/decode/bytes'
import { simulateHeart } from '../../../src/core/simulate'
import { encodeWav } from '../../../src/core/wav'
import { chunk, format, int16, riff } from '../../builders/wav-file'

/** Long enough for an answer, with the damage that a file has left. */
const heart = simulateHeart({
  heartRateBpm: 72,
  murmur: 'systolic',
  murmurLevelDb: -20,
  noiseLevelDb: -40,
  durationS: 3,
  sampleRate: 2000,
  seed: 1
})
const eight = Array.from({ length: 8 }, (_, channel) => heart.samples.map((sample) => sample / (channel + 1)))
const two = eight.slice(0, 2)
const int24in32 = new Uint8Array(Int32Array.from(heart.samples, (sample) => Math.round(sample * 2 ** 23) << 8).buffer)
const big = (value: number, byteLength: 2 | 4) =>
  Uint8Array.from({ length: byteLength }, (_, n) => (value / 256 ** (byteLength - 1 - n)) & 255)
const text = (letters: string) => Buffer.from(letters, 'latin1')
const wav16 = encodeWav(heart, { bitDepth: 16 })

/** What no fixture is: several channels, wide containers, joined files, the other codings of AIFF-C and CAF. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  'made-float.wav': encodeWav(heart, { bitDepth: 32 }),
  'made-8-channels.wav': riff(format({ channels: 8 }), chunk('LIST', text('INFOodd')), chunk('data', int16(...eight))),
  'made-24-in-32.wav': riff(format({ bits: 24, frameBytes: 4 }), chunk('data', int24in32)),
  'made-joined.wav': joined([wav16, wav16]),
  'made-sowt.aifc': iff('FORM', [
    [
      'COMM',
      joined([big(2, 2), big(6000, 4), big(16, 2), Uint8Array.of(0x40, 0x09, 0xfa, 0, 0, 0, 0, 0, 0, 0), text('sowt')])
    ],
    ['SSND', joined([new Uint8Array(8), int16(...two)])]
  ]),
  'made-float.caf': joined([
    text('caff\x00\x01\x00\x00'),
    coreAudioChunk(
      'desc',
      joined([float64(2000), text('lpcm'), big(3, 4), big(4, 4), big(1, 4), big(1, 4), big(32, 4)])
    ),
    coreAudioChunk('data', joined([big(0, 4), new Uint8Array(heart.samples.buffer)]))
  ])
}

export const ENCODED_SOUNDS = Object.entries(FILES).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }))

function iff(id: string, chunks: [id: string, body: Uint8Array][]): Uint8Array {
  const body = joined([text('AIFC'), ...chunks.flatMap(([name, part]) => [text(name), big(part.length, 4), part])])
  return joined([text(id), big(body.length, 4), body])
}

function coreAudioChunk(id: string, body: Uint8Array): Uint8Array {
  return joined([text(id), big(0, 4), big(body.length, 4), body])
}

function float64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}
