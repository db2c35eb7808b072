import { ascii, joined, viewOf } from '../../core/decode/bytes'
import { assertPieceCount, partsFrom } from '../../core/decode/parts'
import { AppError } from '../../core/errors'
import type { FileLayout } from './file-layout'

const PAGE_HEADER_LENGTH = 27

/** A page of an Ogg file (RFC 3533, 6). */
interface Page {
  isFirst: boolean
  serial: number
  /** Its pieces of packets; the last goes on in the stream's next page when `isOpen`. */
  pieces: Uint8Array[]
  isOpen: boolean
  end: number
}

/** Films have a dozen. */
const MOST_STREAMS = 100

/**
 * The first packet of each stream in the file, by its serial number: they tell the codings.
 *
 * @throws {AppError} `audio-damaged` for more streams than any recording has
 */
export function oggFirstPackets(bytes: Uint8Array): Map<number, Uint8Array> {
  const packets = new Map<number, Uint8Array>()
  for (const { isFirst, serial, pieces } of pagesOf(bytes)) {
    if (!isFirst) break
    packets.set(serial, pieces[0] ?? new Uint8Array(0))
    if (packets.size > MOST_STREAMS) throw new AppError('audio-damaged', 'Ogg: too many streams')
  }
  return packets
}

/** Streams begin together; where one begins further on, another file was joined (RFC 3533, 4: chained streams). */
export function oggLayout(bytes: Uint8Array): FileLayout {
  const starts = [0]
  let end = 0
  let wasFirst = true
  for (const page of pagesOf(bytes)) {
    if (page.isFirst && !wasFirst) starts.push(end)
    wasFirst = page.isFirst
    end = page.end
  }
  // mediabunny gives up a whole file for a last page that was cut off; tags may follow it, too
  const isCutShort = end < bytes.length && 'OggS'.startsWith(ascii(bytes, end, 4))
  return { ...partsFrom(bytes, starts, end), isCutShort }
}

/** The packets of one stream, whole ones only, each with the share of the file that lies before its end. */
export function* oggPackets(bytes: Uint8Array, serial: number): Generator<{ data: Uint8Array; progress: number }> {
  let open: Uint8Array[] = []
  for (const page of pagesOf(bytes)) {
    if (page.serial !== serial) continue
    for (const [index, piece] of page.pieces.entries()) {
      open.push(piece)
      if (page.isOpen && index === page.pieces.length - 1) continue
      yield { data: joined(open), progress: page.end / bytes.length }
      open = []
    }
  }
}

/** Pages up to the end of the file, or the first that is cut off. @throws {AppError} as {@link assertPieceCount} */
function* pagesOf(bytes: Uint8Array): Generator<Page> {
  let count = 0
  for (let at = 0; at + PAGE_HEADER_LENGTH <= bytes.length; ) {
    assertPieceCount(++count, 'Ogg')
    // behind the last page some programs leave tags; within the file it is damage, which the packets will show
    if (ascii(bytes, at, 4) !== 'OggS') return
    const bodyStart = at + PAGE_HEADER_LENGTH + bytes[at + 26]!
    const lacing = bytes.subarray(at + PAGE_HEADER_LENGTH, bodyStart)
    const end = bodyStart + lacing.reduce((sum, length) => sum + length, 0)
    if (end > bytes.length) return
    const pieces = piecesOf(bytes.subarray(bodyStart, end), lacing)
    const isFirst = (bytes[at + 5]! & 2) !== 0
    yield { isFirst, serial: viewOf(bytes).getUint32(at + 14, true), pieces, isOpen: lacing.at(-1) === 255, end }
    at = end
  }
}

/** A packet's length is written as a row of bytes to be added up, the first below 255 the last. */
function piecesOf(body: Uint8Array, lacing: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let start = 0
  let end = 0
  for (const [index, length] of lacing.entries()) {
    end += length
    if (length === 255 && index < lacing.length - 1) continue
    pieces.push(body.subarray(start, end))
    start = end
  }
  return pieces
}
