import { crc16 } from '../../../src/core/decode/crc'
import { isFrameStart } from '../../../src/core/decode/flac-frame'
import type { Random } from '../../random'

/** Damages a file; it may change the bytes that it is given. */
export type Mutate = (bytes: Buffer, random: Random) => Buffer

/** What happens to files on bad disks and lines, and what somebody would do to them who wants to harm. */
export const MUTATIONS: Readonly<Record<string, Mutate>> = {
  'cut off': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'begun late': (bytes, random) => bytes.subarray(random(2000)),
  'one bit flipped': (bytes, random) => {
    const at = random(bytes.length)
    bytes[at] = bytes[at]! ^ (1 << random(8))
    return bytes
  },
  'a header byte changed': (bytes, random) => {
    bytes[random(Math.min(200, bytes.length))] = random(256)
    return bytes
  },
  'twenty bytes changed': (bytes, random) => {
    for (let n = 0; n < 20; n++) bytes[random(bytes.length)] = random(256)
    return bytes
  },
  'a run of 0xff': filled(0xff),
  'a run of zeros': filled(0),
  '1 kB put in': (bytes, random) => {
    const at = random(bytes.length)
    const junk = Buffer.from(Array.from({ length: 1024 }, () => random(256)))
    return Buffer.concat([bytes.subarray(0, at), junk, bytes.subarray(at)])
  },
  '100 bytes left out': (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 100)])
  },
  'a piece twice': (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at + 500), bytes.subarray(at)])
  },
  'a length enlarged': (bytes, random) => {
    if (bytes.length >= 4) bytes.writeUInt32BE(0x7fffffff, random(Math.min(1000, bytes.length - 3)))
    return bytes
  },
  'a piece backwards': (bytes, random) => {
    const at = random(bytes.length)
    bytes.subarray(at, at + 100).reverse()
    return bytes
  },
  'a number beside a mark made extreme': (bytes, random) => {
    const marks = marksIn(bytes)
    if (marks.length === 0) return bytes
    const at = marks[random(marks.length)]! + 4 * (random(8) - 2)
    const extreme = EXTREMES[random(EXTREMES.length)]!
    if (at >= 0) extreme.copy(bytes, at)
    return bytes
  },
  'a chunk twice': (bytes, random) => {
    const [start, end] = chunkIn(bytes, random)
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start, end), bytes.subarray(end)])
  },
  'a chunk left out': (bytes, random) => {
    const [start, end] = chunkIn(bytes, random)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  },
  'a chunk elsewhere': (bytes, random) => {
    const [start, end] = chunkIn(bytes, random)
    const rest = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
    const at = random(rest.length + 1)
    return Buffer.concat([rest.subarray(0, at), bytes.subarray(start, end), rest.subarray(at)])
  },
  'a frame of FLAC changed, its checksum mended': (bytes, random) => {
    const starts = frameStartsIn(bytes)
    const frame = random(starts.length - 1)
    const [start, end] = [starts[frame] ?? 0, starts[frame + 1] ?? bytes.length]
    if (end - start < 20) return bytes
    for (let n = 0; n < 3; n++) bytes[start + 8 + random(end - start - 10)] = random(256)
    bytes.writeUInt16BE(crc16(bytes, start, end - 2), end - 2)
    return bytes
  }
}

function filled(value: number): Mutate {
  return (bytes, random) => {
    const at = random(bytes.length)
    return bytes.fill(value, at, Math.min(bytes.length, at + 1 + random(200)))
  }
}

/** What counters overflow at, in both orders of bytes. */
const EXTREMES = [
  '00000000',
  'ffffffff',
  '7fffffff',
  '80000000',
  'ffffff7f',
  '01000000',
  '00000001',
  'ffffffffffffffff'
].map((hex) => Buffer.from(hex, 'hex'))

/** Four letters in a row, as every container but Ogg and Matroska marks its parts; the first 200 of them. */
function marksIn(bytes: Buffer): number[] {
  return [...bytes.toString('latin1').matchAll(/[A-Za-z0-9 \xa9]{4}/g)].slice(0, 200).map(({ index }) => index)
}

/** From one mark to another. */
function chunkIn(bytes: Buffer, random: Random): [start: number, end: number] {
  const marks = [0, ...marksIn(bytes), bytes.length]
  const first = random(marks.length - 1)
  return [marks[first]!, marks[Math.min(marks.length - 1, first + 1 + random(4))]!]
}

function frameStartsIn(bytes: Buffer): number[] {
  const starts: number[] = []
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (isFrameStart(bytes, at)) starts.push(at)
  return starts
}
