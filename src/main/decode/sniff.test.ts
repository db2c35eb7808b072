import { describe, expect, it } from 'vitest'
import { fixtures, readFixture } from '../../../tests/fixtures/audio/fixtures'
import { ascii, id3Length } from '../../core/decode/bytes'
import { sniff } from './sniff'

const CONTAINERS: Readonly<Record<string, string>> = {
  WAV: 'plain',
  FLAC: 'plain',
  Ogg: 'ogg',
  Matroska: 'matroska',
  WebM: 'matroska',
  MP4: 'mp4',
  QuickTime: 'mp4',
  MP3: 'mp3',
  ADTS: 'adts'
}

/** An ID3v2.4 tag of zeros. */
function id3Tag(length: number): number[] {
  const size = [21, 14, 7, 0].map((shift) => (length >> shift) & 127)
  return [...Buffer.from('ID3'), 4, 0, 0, ...size, ...new Uint8Array(length)]
}

describe('sniff', { timeout: 30_000 }, () => {
  it.each(fixtures.decodable)('knows $file by its content', ({ file, container }) => {
    expect(sniff(readFixture(file))).toBe(CONTAINERS[container])
  })

  it.each(['s16-2k.flac', 'adts-16k.aac', 'untagged-8k.mp3'])('looks behind tags for %s', (file) => {
    const bytes = readFixture(file)
    const tagged = Uint8Array.from([...id3Tag(300), ...id3Tag(20), ...bytes])
    expect(id3Length(tagged)).toBe(340 + id3Length(bytes))
    expect(sniff(tagged)).toBe(sniff(bytes))
  })

  it('does not take random bytes for frames of MPEG audio', () => {
    let state = 1
    for (let trial = 0; trial < 2000; trial++) {
      const bytes = Uint8Array.from({ length: 600 }, () => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
        return state >> 16
      })
      bytes.set([0xff, 0xfb])
      expect(() => sniff(bytes)).toThrow(/no known audio format|cannot decode/)
    }
  })

  it('finds MP3 in a stream that was recorded from its middle', () => {
    expect(sniff(readFixture('cbr-44k-stereo.mp3').subarray(777))).toBe('mp3')
  })

  it('reads marks at the end of the file without falling off it', () => {
    expect(ascii(Uint8Array.of(0x4f, 0x67), 1, 4)).toBe('g')
    expect(() => sniff(Uint8Array.of(0x4f))).toThrow('no known audio format')
  })
})
