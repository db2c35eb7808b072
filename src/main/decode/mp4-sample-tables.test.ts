import { describe, expect, it } from 'vitest'
import { aacCoding, box, mp4, SILENT_AAC, type Tables, u32 } from '../../../tests/builders/mp4-file'
import { repeated } from '../../../tests/builders/repeated'
import { readFixture } from '../../../tests/fixtures/audio/fixtures'
import { joined } from '../../core/decode/bytes'
import { decode } from './decode'
import { withShortChunks } from './mp4-sample-tables'

const COUNT = 600

/** Frames of silence, of which every second is a byte longer. */
function uneven(change: Partial<Tables> = {}): Uint8Array {
  const pair = joined([SILENT_AAC, SILENT_AAC, new Uint8Array(1)])
  const sizes = repeated(u32(SILENT_AAC.length, SILENT_AAC.length + 1), COUNT / 2)
  return mp4({
    timescale: 8000,
    duration: COUNT * 1024,
    coding: aacCoding(11, 1),
    sampleRate: 8000,
    stts: u32(COUNT, 1024),
    sizes: { count: COUNT, each: 0, table: sizes },
    sound: repeated(pair, COUNT / 2),
    ...change
  })
}

describe('tables of an MP4 file', () => {
  it('are left as they are where chunks are short', () => {
    const bytes = readFixture('aac-44k-stereo.m4a')
    expect(withShortChunks(bytes)).toBe(bytes)
  })

  it('lead to the same sound where a chunk is long', async () => {
    const bytes = uneven()
    expect(withShortChunks(bytes)).not.toBe(bytes)
    const { source, findings } = await decode(bytes, { targetRate: 2000 })
    expect(source.durationS).toBeCloseTo((COUNT * 1024) / 8000, 5)
    expect(findings).toEqual([])
  })

  it('lead to the same sound where they are of the narrow kind', async () => {
    const narrow = repeated(Uint8Array.of(SILENT_AAC.length, SILENT_AAC.length + 1), COUNT / 2)
    const bytes = uneven({ sizes: { count: COUNT, each: 8, table: narrow, box: 'stz2' } })
    expect((await decode(bytes, { targetRate: 2000 })).source.durationS).toBeCloseTo((COUNT * 1024) / 8000, 5)
  })

  it('are read at once where a chunk is said to have four billion samples', { timeout: 20_000 }, async () => {
    const bytes = uneven({ chunkSamples: 0xffffffff })
    expect((await decode(bytes, { targetRate: 2000 })).source.durationS).toBeCloseTo((COUNT * 1024) / 8000, 5)
  })

  it('are read at once where four billion samples are said to come in another order', { timeout: 20_000 }, async () => {
    const bytes = uneven({ stts: u32(0xffffffff, 1024), further: [box('ctts', u32(0, 1, 0xffffffff, 1))] })
    await expect(decode(bytes, { targetRate: 2000 })).rejects.toMatchObject({ code: 'audio-too-long' })
  })
})
