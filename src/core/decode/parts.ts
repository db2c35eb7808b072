import { AppError } from '../errors'

/** Ten minutes in packets as short as there are have fewer; each costs some time and a hundred bytes of memory. */
const MOST_PIECES = 500_000

/** @throws {AppError} `audio-damaged` for more pieces (pages, boxes, chunks) than any recording needs */
export function assertPieceCount(count: number, container: string): void {
  if (count > MOST_PIECES) throw new AppError('audio-damaged', `${container}: too many pieces`)
}

/** Each costs a little memory and time; nobody joins so many by hand, and no radio sends so many in ten minutes. */
const MOST_PARTS = 1000

/** The files that were joined to one, one after the other; usually one. */
export interface Parts {
  parts: Uint8Array[]
  /** Whether there are too many to be read. */
  areMore: boolean
}

/**
 * @param starts where parts begin, the first of them 0
 * @param end where the last one ends, default the file's end
 */
export function partsFrom(bytes: Uint8Array, starts: readonly number[], end = bytes.length): Parts {
  const read = starts.slice(0, MOST_PARTS)
  return {
    parts: read.map((start, index) => bytes.subarray(start, starts[index + 1] ?? end)),
    areMore: starts.length > read.length
  }
}
