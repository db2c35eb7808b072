import { viewOf } from '../../core/decode/bytes'
import { type Box, boxesOf } from './mp4-boxes'

/** An encoder fills its last frame with what no edit list keeps; a person who trims takes away more. */
const LEAST_TRIMMED_S = 0.1

/**
 * How much of a track an edit list keeps where a person trimmed its end (ISO/IEC 14496-12, 8.6.6), in seconds.
 *
 * @param trackId as the file numbers it
 * @returns undefined where the end is not trimmed, and where several stretches are kept
 */
export function keptByEdits(bytes: Uint8Array, trackId: number): number | undefined {
  const moov = find(bytes, boxesOf(bytes), 'moov')
  const movieTimescale = moov && timesIn(bytes, find(bytes, inside(bytes, moov), 'mvhd'))?.timescale
  if (!moov || !movieTimescale) return undefined
  for (const track of inside(bytes, moov)) {
    if (track.type !== 'trak' || trackIdOf(bytes, track) !== trackId) continue
    const media = timesIn(bytes, find(bytes, inside(bytes, find(bytes, inside(bytes, track), 'mdia')), 'mdhd'))
    const edits = find(bytes, inside(bytes, find(bytes, inside(bytes, track), 'edts')), 'elst')
    // an empty edit only delays the track
    const kept = editsIn(bytes, edits).filter(({ start }) => start >= 0)
    const [edit] = kept
    if (!media || !edit || kept.length > 1) return undefined
    const keptS = edit.duration / movieTimescale
    const trimmedS = (media.duration - edit.start) / media.timescale - keptS
    return keptS > 0 && trimmedS > LEAST_TRIMMED_S ? keptS : undefined
  }
  return undefined
}

function inside(bytes: Uint8Array, box: Box | undefined): Iterable<Box> {
  return box ? boxesOf(bytes, box.bodyStart, Math.min(box.end, bytes.length)) : []
}

/** The first box of a type that is all there. */
function find(bytes: Uint8Array, boxes: Iterable<Box>, type: string): Box | undefined {
  for (const box of boxes) if (box.type === type && box.end <= bytes.length) return box
  return undefined
}

/** Reads a box's fields one after the other; lengths and times take eight bytes in version 1. */
function fieldsOf(bytes: Uint8Array, { bodyStart, end }: Box) {
  const view = viewOf(bytes)
  const isLong = bytes[bodyStart] === 1
  let at = bodyStart + 4
  const next = (byteLength: number): number => {
    at += byteLength
    if (at > end) return Number.NaN
    return byteLength === 8 ? Number(view.getBigInt64(at - 8)) : view.getInt32(at - 4)
  }
  return { time: () => next(isLong ? 8 : 4), number: () => next(4) }
}

/** Of a movie or media header. */
function timesIn(bytes: Uint8Array, header: Box | undefined): { timescale: number; duration: number } | undefined {
  if (!header) return undefined
  const fields = fieldsOf(bytes, header)
  fields.time()
  fields.time()
  const times = { timescale: fields.number(), duration: fields.time() }
  return times.timescale > 0 && times.duration > 0 ? times : undefined
}

function trackIdOf(bytes: Uint8Array, track: Box): number {
  const header = find(bytes, inside(bytes, track), 'tkhd')
  if (!header) return Number.NaN
  const fields = fieldsOf(bytes, header)
  fields.time()
  fields.time()
  return fields.number()
}

function editsIn(bytes: Uint8Array, list: Box | undefined): { duration: number; start: number }[] {
  if (!list) return []
  const fields = fieldsOf(bytes, list)
  const count = Math.min(fields.number(), (list.end - list.bodyStart) / 12)
  return Array.from({ length: Math.max(0, Math.floor(count)) || 0 }, () => {
    const edit = { duration: fields.time(), start: fields.time() }
    fields.number()
    return edit
  })
}
