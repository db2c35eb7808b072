import { joined } from '../../../src/core/decode/bytes'
import { aacCoding, box, mp4, SILENT_AAC, type Tables, u16, u32 } from '../../builders/mp4-file'
import { repeated } from '../../builders/repeated'
import type { Bomb } from './bomb'

const FRAME_LENGTH = 1024
const RATE = 44_100

/** An MP4 of silence, each frame of AAC alike. */
function silent(frameCount: number, change: Partial<Tables> = {}): Uint8Array {
  return mp4({
    timescale: RATE,
    duration: frameCount * FRAME_LENGTH,
    coding: aacCoding(4, 1),
    sampleRate: RATE,
    stts: u32(frameCount, FRAME_LENGTH),
    sizes: { count: frameCount, each: SILENT_AAC.length },
    sound: repeated(SILENT_AAC, frameCount),
    ...change
  })
}

function pcm(byteCount: number, sampleRate: number, change: Partial<Tables> = {}): Uint8Array {
  return mp4({
    timescale: sampleRate,
    duration: byteCount,
    coding: { name: 'raw ', boxes: [] },
    sampleRate,
    stts: u32(byteCount, 1),
    sizes: { count: byteCount, each: 1 },
    sound: new Uint8Array(byteCount).fill(128),
    ...change
  })
}

const framesIn = (seconds: number) => Math.floor((seconds * RATE) / FRAME_LENGTH)
const SECOND = framesIn(1)
const MOST = 0xffffffff

const opus = (packetCount: number): Uint8Array =>
  mp4({
    timescale: 48_000,
    duration: packetCount * 5760,
    coding: { name: 'Opus', boxes: [box('dOps', Uint8Array.of(0, 1), u16(0), u32(48_000), u16(0), Uint8Array.of(0))] },
    sampleRate: 48_000,
    stts: u32(packetCount, 5760),
    sizes: { count: packetCount, each: 2 },
    sound: repeated(Uint8Array.of(0xfb, 6), packetCount)
  })

export const MP4_BOMBS: Readonly<Record<string, Bomb>> = {
  'M4A of 10 min': { soundS: 600, make: () => silent(framesIn(595)) },
  'M4A of 3 h': { soundS: 600, make: () => silent(framesIn(3 * 3600)) },
  'M4A of 3 h that says 5 s': {
    soundS: 600,
    make: () => silent(framesIn(3 * 3600), { duration: 5 * RATE, stts: u32(framesIn(3 * 3600), 1) })
  },
  'M4A of 30 h, a frame a chunk': {
    soundS: 600,
    make: () => {
      const count = framesIn(30 * 3600)
      return silent(count, { chunkSamples: 1, chunkOffsets: u32(1, 1000) })
    }
  },
  'M4A with lengths of 2^32 - 1 samples': { soundS: 1, make: () => silent(SECOND, { stts: u32(MOST, 1) }) },
  'M4A with frames of 2^32 - 1': { soundS: 1, make: () => silent(SECOND, { stts: u32(SECOND, MOST) }) },
  'M4A with 4 billion frames': {
    soundS: 1,
    make: () => silent(SECOND, { sizes: { count: MOST, each: 6 }, stts: u32(MOST, FRAME_LENGTH) })
  },
  'M4A with 4 billion frames of no bytes': {
    soundS: 1,
    make: () => silent(SECOND, { sizes: { count: MOST, each: 0 }, stts: u32(MOST, FRAME_LENGTH) })
  },
  'M4A with 4 billion frames a chunk': { soundS: 1, make: () => silent(SECOND, { chunkSamples: MOST }) },
  'M4A with a million lengths': {
    soundS: 1,
    make: () => silent(SECOND, { stts: repeated(u32(1, FRAME_LENGTH), 1_000_000) })
  },
  'M4A with a million lengths of no frames': {
    soundS: 1,
    make: () => silent(SECOND, { stts: repeated(u32(0, FRAME_LENGTH), 1_000_000) })
  },
  'M4A with one frame of 60 MB': {
    soundS: 0,
    make: () => silent(1, { sizes: { count: 1, each: 60_000_000 }, sound: new Uint8Array(60_000_000).fill(0x21) })
  },
  'M4A with a rate of 0': { soundS: 1, make: () => silent(SECOND, { timescale: 0, sampleRate: 0 }) },
  'M4A with 65,535 channels': { soundS: 1, make: () => silent(SECOND, { channels: 65_535 }) },
  'QuickTime of 5 min at 192 kHz, a byte a packet': { soundS: 330, make: () => pcm(63_000_000, 65_535) },
  'QuickTime of 65,535 channels': { soundS: 330, make: () => pcm(60_000_000, 48_000, { channels: 65_535 }) },
  'Opus of 10 h in MP4': { soundS: 600, make: () => opus(300_000) },
  'MP4 of 8 million boxes': {
    soundS: 0,
    make: () => joined([silent(SECOND), repeated(box('free'), 7_500_000)])
  },
  'MP4 of a million files': {
    soundS: 600,
    make: () => joined([silent(SECOND), repeated(box('ftyp', u32(0x69736f6d, 0)), 3_500_000)])
  },
  'MP4 joined of 60,000 files': { soundS: 600, make: () => repeated(silent(SECOND), 60_000) },
  'MP4 in 100,000 boxes, one in another': {
    soundS: 0,
    make: () => {
      const depth = 100_000
      const boxes = Buffer.alloc(8 * depth)
      for (let n = 0; n < depth; n++) {
        boxes.writeUInt32BE(8 * (depth - n), 8 * n)
        boxes.write(n % 2 === 0 ? 'moov' : 'trak', 8 * n + 4, 'latin1')
      }
      return joined([box('ftyp', u32(0x69736f6d, 0)), boxes])
    }
  },
  'MP4 with a million tracks': {
    soundS: 0,
    make: () => joined([box('ftyp', u32(0x69736f6d, 0)), box('moov', repeated(box('trak', box('tkhd')), 1_000_000))])
  }
}
