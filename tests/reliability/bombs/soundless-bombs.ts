import { joined } from '../../../src/core/decode/bytes'
import { repeated } from '../../builders/repeated'
import { readFixture } from '../../fixtures/audio/fixtures'
import { randomBy } from '../../random'
import type { Bomb } from './bomb'

const MOST_BYTES = 63_000_000
const text = (letters: string) => Buffer.from(letters, 'latin1')
const filled = (value: number, mark = '') => joined([text(mark), new Uint8Array(MOST_BYTES).fill(value)])
const noise = () => {
  const random = randomBy(1)
  return repeated(
    Uint8Array.from({ length: 1_000_000 }, () => random(256)),
    MOST_BYTES / 1_000_000
  )
}
const ID3 = text('ID3\x04\x00\x00\x00\x00\x00\x00')

const files: Readonly<Record<string, () => Uint8Array>> = {
  '64 MB of zeros': () => filled(0),
  '64 MB of 0xff': () => filled(0xff),
  '64 MB of noise': noise,
  '64 MB of noise that begins as MP3': () => joined([readFixture('untagged-8k.mp3').subarray(0, 1000), noise()]),
  '64 MB of noise that begins as Ogg': () => joined([readFixture('vorbis-8k.ogg').subarray(0, 5000), noise()]),
  '64 MB of noise that begins as Matroska': () => joined([readFixture('f32-8k.mka').subarray(0, 600), noise()]),
  '64 MB of noise that begins as FLAC': () => joined([readFixture('s16-2k.flac').subarray(0, 600), noise()]),
  '64 MB of noise that begins as MP4': () => joined([readFixture('aac-8k.m4a').subarray(0, 40), noise()]),
  '6 million tags before nothing': () => repeated(ID3, 6_300_000),
  'a tag of 256 MB': () => text('ID3\x04\x00\x00\x7f\x7f\x7f\x7f'),
  '2 million empty Ogg pages': () => repeated(text(`OggS\x00\x02${'\0'.repeat(21)}`), 2_300_000),
  '100,000 Ogg streams': () =>
    joined(
      Array.from({ length: 100_000 }, (_, n) => {
        const page = Buffer.alloc(36)
        page.write('OggS\x00\x02', 'latin1')
        page.writeUInt32LE(n, 14)
        page.set([1, 8], 26)
        page.write('OpusHead', 28, 'latin1')
        return page
      })
    ),
  'Matroska of 30 million voids': () =>
    joined([readFixture('f32-8k.mka').subarray(0, 400), repeated(Uint8Array.of(0xec, 0x80), 31_000_000)])
}

export const SOUNDLESS_BOMBS: Readonly<Record<string, Bomb>> = Object.fromEntries(
  Object.entries(files).map(([name, make]) => [name, { soundS: 0, make }])
)
