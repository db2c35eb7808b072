import { joined } from '../../src/core/decode/bytes'

export const u16 = (...values: number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((v) => [(v >> 8) & 255, v & 255]))
export const u32 = (...values: number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((v) => [(v >>> 24) & 255, (v >>> 16) & 255, (v >>> 8) & 255, v & 255]))
const text = (letters: string): Uint8Array => Buffer.from(letters, 'latin1')
const zeros = (length: number): Uint8Array => new Uint8Array(length)

/** A box of an MP4 file (ISO/IEC 14496-12, 4.2). */
export function box(type: string, ...content: Uint8Array[]): Uint8Array {
  const body = joined(content)
  return joined([u32(8 + body.length), text(type), body])
}

/** What the tables of an MP4 file say; nothing need be true. */
export interface Tables {
  timescale: number
  /** Of the track, in units of the timescale. */
  duration: number
  /** Name of the coding, and the boxes that describe it. */
  coding: { name: string; boxes: Uint8Array[] }
  channels?: number
  sampleRate: number
  /** Pairs of 32 bits: how many samples, how long each is. */
  stts: Uint8Array
  sizes: SampleSizes
  /** Samples in a chunk; 0 for all of them. */
  chunkSamples?: number
  /** Instead of one for each chunk. */
  chunkOffsets?: Uint8Array
  /** Further tables. */
  further?: Uint8Array[]
  sound: Uint8Array
}

/** How long samples are: all as long as `each` bytes, or as the table says. */
interface SampleSizes {
  count: number
  each: number
  table?: Uint8Array
  box?: 'stsz' | 'stz2'
}

/** An MP4 file of one sound track. */
export function mp4(tables: Tables): Uint8Array {
  const { timescale, duration, coding, channels = 1, sampleRate, stts, sizes, sound } = tables
  const head = box('ftyp', text('M4A '), u32(0), text('isommp42'))
  const chunkSamples = tables.chunkSamples || sizes.count
  const entry = box(
    coding.name,
    ...[zeros(6), u16(1), zeros(8), u16(channels, 16, 0, 0), u32((sampleRate % 65_536) * 65_536), ...coding.boxes]
  )
  const soundStart = head.length + 8
  const offsets = tables.chunkOffsets ?? u32(1, soundStart)
  const stbl = box(
    'stbl',
    box('stsd', u32(0, 1), entry),
    box('stts', u32(0, stts.length / 8), stts),
    box('stsc', u32(0, 1, 1, chunkSamples, 1)),
    box(sizes.box ?? 'stsz', u32(0, sizes.each, sizes.count), sizes.table ?? zeros(0)),
    box('stco', u32(0), offsets),
    ...(tables.further ?? [])
  )
  const minf = box('minf', box('smhd', zeros(8)), box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))), stbl)
  const mdhd = box('mdhd', u32(0, 0, 0, timescale, duration), u16(0x55c4, 0))
  const hdlr = box('hdlr', u32(0, 0), text('soun'), zeros(13))
  const tkhd = box('tkhd', u32(7, 0, 0, 1, 0, duration), zeros(60))
  const mvhd = box('mvhd', u32(0, 0, 0, timescale, duration), zeros(76), u32(2))
  const moov = box('moov', mvhd, box('trak', tkhd, box('mdia', mdhd, hdlr, minf)))
  return joined([head, box('mdat', sound), moov])
}

/** How MP4 describes low-complexity AAC (ISO/IEC 14496-1, 7.2.6; 14496-3, 1.6). */
export function aacCoding(rateIndex: number, channels: number): Tables['coding'] {
  const config = Uint8Array.of((2 << 3) | (rateIndex >> 1), ((rateIndex & 1) << 7) | (channels << 3))
  const decoder = [
    Uint8Array.of(4, 13 + 2 + config.length, 0x40, 0x15),
    zeros(11),
    Uint8Array.of(5, config.length),
    config
  ]
  const body = joined([Uint8Array.of(0, 1, 0), ...decoder, Uint8Array.of(6, 1, 2)])
  return { name: 'mp4a', boxes: [box('esds', u32(0), Uint8Array.of(3, body.length), body)] }
}

/** A frame of AAC, one channel, in which nothing is heard. */
export const SILENT_AAC = Uint8Array.of(0x00, 0xc8, 0x00, 0x80, 0x23, 0x80)
