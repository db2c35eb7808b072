import { ascii, viewOf } from '../../core/decode/bytes'
import { assertPieceCount, partsFrom } from '../../core/decode/parts'
import type { FileLayout } from './file-layout'

/** A box of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2). */
export interface Box {
  type: string
  start: number
  bodyStart: number
  /** Behind the end of the file where that was cut off. */
  end: number
}

/** Boxes side by side, up to what is none. @throws {AppError} as {@link assertPieceCount} */
export function* boxesOf(bytes: Uint8Array, start = 0, end = bytes.length): Generator<Box> {
  const view = viewOf(bytes)
  let count = 0
  for (let at = start; at + 8 <= end; ) {
    assertPieceCount(++count, 'MP4')
    const type = ascii(bytes, at + 4, 4)
    const size = view.getUint32(at)
    const isLong = size === 1
    if (!/^[ -~\xa9]{4}$/.test(type) || (isLong && at + 16 > end)) return
    const length = isLong ? Number(view.getBigUint64(at + 8)) : size === 0 ? end - at : size
    const bodyStart = at + (isLong ? 16 : 8)
    if (at + length < bodyStart) return
    yield { type, start: at, bodyStart, end: at + length }
    at += length
  }
}

/** A file type box begins a file; one further on, another that was joined. */
export function mp4Layout(bytes: Uint8Array): FileLayout {
  const starts = [0]
  let isCutShort = false
  for (const { type, start, end } of boxesOf(bytes)) {
    if (type === 'ftyp' && start > 0) starts.push(start)
    isCutShort = end > bytes.length
  }
  return { ...partsFrom(bytes, starts), isCutShort }
}

/** Whether there is sound in it and nothing that says where: recorders write that last. */
export function isIndexMissing(bytes: Uint8Array): boolean {
  const types = new Set<string>()
  for (const { type } of boxesOf(bytes)) types.add(type)
  return types.has('mdat') && !types.has('moov') && !types.has('moof')
}
