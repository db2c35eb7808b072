import { joined, viewOf } from '../../core/decode/bytes'
import { type Box, boxesOf } from './mp4-boxes'

/**
 * Samples in a chunk from which on the tables are written anew: for every sample mediabunny adds up the sizes of all
 * that its chunk is said to have.
 */
const MOST_IN_CHUNK = 500

/** From `moov` to the tables of a track (ISO/IEC 14496-12, 8). */
const WAY_TO_TABLES = ['trak', 'mdia', 'minf', 'stbl']
/** Tables of where samples lie. */
const PLACES = ['stsz', 'stz2', 'stsc', 'stco', 'co64']
/** Lets pictures come in another order than sounds ever do; mediabunny sorts all that it is said to have. */
const ORDER = 'ctts'

/**
 * The same file, with chunks of one sample each where they are long; the file itself where they are not.
 *
 * What is written anew stands at the end, so that all else stays where the tables say.
 */
export function withShortChunks(bytes: Uint8Array): Uint8Array {
  const movies = [...boxesOf(bytes)].filter(({ type }) => type === 'moov')
  const changed = movies.filter((moov) => tablesIn(bytes, moov).some((boxes) => needsChange(bytes, boxes)))
  if (changed.length === 0) return bytes
  const copy = bytes.slice()
  for (const { start } of changed) copy.set(lettersOf('free'), start + 4)
  return joined([copy, ...changed.map((moov) => written(bytes, moov, WAY_TO_TABLES))])
}

function inside(bytes: Uint8Array, { bodyStart, end }: Box): Box[] {
  return [...boxesOf(bytes, bodyStart, Math.min(end, bytes.length))]
}

/** The boxes in each track's `stbl`. */
function tablesIn(bytes: Uint8Array, moov: Box): Box[][] {
  let boxes = [moov]
  for (const wanted of WAY_TO_TABLES) {
    boxes = boxes.flatMap((box) => inside(bytes, box).filter(({ type }) => type === wanted))
  }
  return boxes.map((box) => inside(bytes, box))
}

function needsChange(bytes: Uint8Array, boxes: readonly Box[]): boolean {
  return boxes.some(({ type }) => type === ORDER) || needsShortChunks(bytes, boxes)
}

function needsShortChunks(bytes: Uint8Array, boxes: readonly Box[]): boolean {
  const sizes = boxes.filter(({ type }) => type === 'stsz' || type === 'stz2')
  const areAlike = sizes.length === 1 && sizes[0]!.type === 'stsz' && numbersIn(bytes, sizes[0]!, 1)[0] !== 0
  return !areAlike && chunksIn(bytes, boxes).some(({ sampleCount }) => sampleCount > MOST_IN_CHUNK)
}

/** A box written anew, down to the tables of its tracks. */
function written(bytes: Uint8Array, box: Box, [next, ...further]: readonly string[]): Uint8Array {
  const content = inside(bytes, box).map((inner) => {
    if (next !== undefined && inner.type === next) return written(bytes, inner, further)
    return bytes.subarray(inner.start, Math.min(inner.end, bytes.length))
  })
  return boxOf(box.type, next === undefined ? tablesOf(bytes, inside(bytes, box)) : content)
}

function tablesOf(bytes: Uint8Array, boxes: readonly Box[]): Uint8Array[] {
  const isShort = needsShortChunks(bytes, boxes)
  const kept = boxes.filter(({ type }) => type !== ORDER && !(isShort && PLACES.includes(type)))
  const tables = kept.map(({ start, end }) => bytes.subarray(start, Math.min(end, bytes.length)))
  if (!isShort) return tables
  const sizes = sizesIn(bytes, boxes)
  const offsets = offsetsOf(sizes, chunksIn(bytes, boxes), chunkOffsetsIn(bytes, boxes))
  return [
    ...tables,
    boxOf('stsz', [numbersOf([0, 0, offsets.length]), numbersOf(sizes.slice(0, offsets.length))]),
    boxOf('stsc', [numbersOf([0, 1, 1, 1, 1])]),
    boxOf('stco', [numbersOf([0, offsets.length]), numbersOf(offsets)])
  ]
}

/** Where each sample begins, up to the first that is in no chunk. */
function offsetsOf(sizes: readonly number[], chunks: readonly Chunks[], chunkOffsets: readonly number[]): number[] {
  const offsets: number[] = []
  for (const [index, { first, sampleCount }] of chunks.entries()) {
    const end = Math.min(chunks[index + 1]?.first ?? chunkOffsets.length, chunkOffsets.length)
    for (let chunk = first; chunk < end && offsets.length < sizes.length; chunk++) {
      let at = chunkOffsets[chunk]!
      for (let n = 0; n < sampleCount && offsets.length < sizes.length; n++) {
        const size = sizes[offsets.length]!
        offsets.push(at)
        at += size
      }
    }
  }
  return offsets
}

/** Chunks alike, from `first` on, counted from 0. */
interface Chunks {
  first: number
  sampleCount: number
}

function chunksIn(bytes: Uint8Array, boxes: readonly Box[]): Chunks[] {
  return boxes
    .filter(({ type }) => type === 'stsc')
    .flatMap((box) => {
      const [count = 0, ...entries] = numbersIn(bytes, box)
      const length = Math.min(count, Math.floor(entries.length / 3))
      return Array.from({ length }, (_, n) => ({
        first: Math.max(0, entries[3 * n]! - 1),
        sampleCount: entries[3 * n + 1]!
      }))
    })
}

function chunkOffsetsIn(bytes: Uint8Array, boxes: readonly Box[]): number[] {
  return boxes.flatMap((box) => {
    if (box.type !== 'stco' && box.type !== 'co64') return []
    const [count = 0, ...offsets] = numbersIn(bytes, box)
    if (box.type === 'stco') return offsets.slice(0, count)
    // no file of ours is so long that the upper half of an offset is more than 0
    return offsets.filter((_, n) => n % 2 === 1).slice(0, count)
  })
}

function sizesIn(bytes: Uint8Array, boxes: readonly Box[]): number[] {
  return boxes.flatMap((box) => {
    if (box.type !== 'stsz' && box.type !== 'stz2') return []
    const [fieldSize = 0, count = 0, ...sizes] = numbersIn(bytes, box)
    if (box.type === 'stsz') return fieldSize === 0 ? sizes.slice(0, count) : [fieldSize]
    return narrowSizesIn(bytes.subarray(box.bodyStart + 12, box.end), fieldSize & 255).slice(0, count)
  })
}

/** Sizes of 4, 8 or 16 bits, side by side. */
function narrowSizesIn(body: Uint8Array, bits: number): number[] {
  const bytes = [...body]
  if (bits === 4) return bytes.flatMap((byte) => [byte >> 4, byte & 15])
  if (bits === 8) return bytes
  return bytes.flatMap((byte, n) => (n % 2 === 1 ? [bytes[n - 1]! * 256 + byte] : []))
}

/** Ten minutes have fewer samples, however short these are. */
const MOST_NUMBERS = 1_000_000

/** The numbers of 32 bits behind a box's version. */
function numbersIn(bytes: Uint8Array, { bodyStart, end }: Box, most = MOST_NUMBERS): number[] {
  const view = viewOf(bytes)
  const length = Math.floor((Math.min(end, bytes.length) - bodyStart - 4) / 4)
  return Array.from({ length: Math.max(0, Math.min(length, most)) }, (_, n) => view.getUint32(bodyStart + 4 + 4 * n))
}

function numbersOf(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * numbers.length)
  const view = viewOf(bytes)
  for (const [n, number] of numbers.entries()) view.setUint32(4 * n, number)
  return bytes
}

function boxOf(type: string, content: readonly Uint8Array[]): Uint8Array {
  const body = joined(content)
  return joined([numbersOf([8 + body.length]), lettersOf(type), body])
}

function lettersOf(type: string): Uint8Array {
  return Uint8Array.from(type, (letter) => letter.charCodeAt(0))
}
