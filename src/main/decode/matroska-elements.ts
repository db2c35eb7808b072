import { assertPieceCount, partsFrom } from '../../core/decode/parts'
import type { FileLayout } from './file-layout'

const EBML = 0x1a45dfa3
/** What holds the rest, and may be of unknown length (RFC 9559, 5.1). */
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675

interface Element {
  id: number
  at: number
  /** Where its length is written, and in how many bytes. */
  length: { at: number; byteLength: number; isUnknown: boolean }
  bodyStart: number
  /** Behind the end of the file where that was cut off. */
  end: number
}

/**
 * An EBML header begins a file; one further on, another that was joined.
 *
 * @throws {AppError} as {@link assertPieceCount}
 */
export function matroskaLayout(bytes: Uint8Array): FileLayout {
  const starts = [0]
  let cluster: Element | undefined
  let whole = 0
  let isCutShort = false
  let count = 0
  for (const element of elementsOf(bytes)) {
    assertPieceCount(++count, 'Matroska')
    if (element.id === EBML && element.at > 0) starts.push(element.at)
    if (element.id === CLUSTER) cluster = element
    if (element.end > bytes.length) isCutShort = true
    else whole = element.end
  }
  const mended = isCutShort && cluster ? withShorterCluster(bytes, cluster, whole) : bytes
  return { ...partsFrom(mended, starts), isCutShort }
}

/** mediabunny passes over a cluster that was cut off, up to five seconds of sound: this one ends with its last block. */
function withShorterCluster(bytes: Uint8Array, { length, bodyStart }: Element, end: number): Uint8Array {
  const mended = bytes.slice(0, Math.max(bodyStart, end))
  if (length.isUnknown) return mended
  let rest = mended.length - bodyStart
  for (let n = length.byteLength - 1; n >= 0; n--) {
    const mark = n === 0 ? 0x80 >> (length.byteLength - 1) : 0
    mended[length.at + n] = mark | (rest & 0xff)
    rest = Math.floor(rest / 256)
  }
  return mended
}

/** Elements in the order of the file, segments and clusters followed by what they hold, up to what is none. */
function* elementsOf(bytes: Uint8Array): Generator<Element> {
  for (let at = 0; at < bytes.length; ) {
    const id = numberAt(bytes, at, 4)
    const size = id && numberAt(bytes, at + id.length, 8)
    if (!id || !size) return
    const bodyStart = at + id.length + size.length
    const holdsMore = id.value === SEGMENT || id.value === CLUSTER
    if (size.isAllOnes && !holdsMore) return
    const end = bodyStart + (size.isAllOnes ? 0 : size.unmarked)
    const length = { at: at + id.length, byteLength: size.length, isUnknown: size.isAllOnes }
    yield { id: id.value, at, length, bodyStart, end }
    at = holdsMore ? bodyStart : end
  }
}

interface EbmlNumber {
  /** With the mark, as ids are written. */
  value: number
  /** Without it, as lengths are. */
  unmarked: number
  /** Means that nobody knows. */
  isAllOnes: boolean
  length: number
}

/** A number whose first byte tells by its leading zeros how long it is; the first one is a mark (RFC 8794, 4). */
function numberAt(bytes: Uint8Array, at: number, longest: number): EbmlNumber | undefined {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (length > longest || at + length > bytes.length) return undefined
  const mask = 0xff >> length
  let [value, unmarked, isAllOnes] = [first, first & mask, (first & mask) === mask]
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte
    unmarked = unmarked * 256 + byte
    isAllOnes &&= byte === 0xff
  }
  return { value, unmarked, isAllOnes, length }
}
