import { describe, expect, it } from 'vitest'
import { A_LAW, MU_LAW } from './g711'
import { type PcmFormat, pcmByteLength, readPcm } from './pcm'

/** The same three samples, -1, 0 and 1/2, in every linear format. */
const SAMPLES: Partial<Record<PcmFormat, number[]>> = {
  'pcm-u8': [0, 128, 192],
  'pcm-s8': [0x80, 0, 0x40],
  'pcm-s16': [0, 0x80, 0, 0, 0, 0x40],
  'pcm-s16be': [0x80, 0, 0, 0, 0x40, 0],
  'pcm-s24': [0, 0, 0x80, 0, 0, 0, 0, 0, 0x40],
  'pcm-s24be': [0x80, 0, 0, 0, 0, 0, 0x40, 0, 0],
  'pcm-s32': [0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0x40],
  'pcm-s32be': [0x80, 0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0],
  'pcm-f32': [0, 0, 0x80, 0xbf, 0, 0, 0, 0, 0, 0, 0, 0x3f],
  'pcm-f32be': [0xbf, 0x80, 0, 0, 0, 0, 0, 0, 0x3f, 0, 0, 0]
}

describe('readPcm', () => {
  it.each(Object.entries(SAMPLES))('reads %s', (format, bytes) => {
    const [samples] = readPcm(Uint8Array.from(bytes), format as PcmFormat, 1)
    expect([...samples!]).toEqual([-1, 0, 0.5])
  })

  it('takes channels apart', () => {
    const bytes = Uint8Array.of(0, 192, 128, 64, 255, 0)
    expect(readPcm(bytes, 'pcm-u8', 2).map((samples) => [...samples])).toEqual([
      [-1, 0, 127 / 128],
      [0.5, -0.5, -1]
    ])
  })

  it('leaves a frame that is not all there', () => {
    expect(readPcm(new Uint8Array(4 * pcmByteLength('pcm-s24') - 1), 'pcm-s24', 2)[0]).toHaveLength(1)
  })
})

describe('telephony codes', () => {
  it.each([
    ['mu-law', MU_LAW, 0x00, 0xff, 8031 / 8192],
    ['A-law', A_LAW, 0x2a, 0xd5, 4032 / 4096]
  ])('%s is odd, monotonic and as loud as the standard says', (_, table, lowest, smallest, loudest) => {
    expect(table[lowest]).toBe(-loudest)
    expect(Math.abs(table[smallest]!)).toBeLessThan(0.001)
    const sorted = [...table].sort((a, b) => a - b)
    for (const [n, value] of sorted.entries()) expect(value).toBeCloseTo(-sorted[255 - n]!, 10)
  })
})
