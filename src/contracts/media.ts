import type { Part } from '../core/leave-out'
import type { PictureKind } from '../core/picture'
import type { RecordingId } from './recording'

/**
 * The URLs that carry sound and pictures, relative to the page's origin, the same behind every door.
 *
 * `PUT intake?name=…` takes the bytes of one file and answers `Reply<Recording>`.
 * The others answer GET: audio honours Range; pictures are little-endian float32, without rows where not measured.
 */
export const INTAKE_PATH = 'intake'

export type MediaKind = 'audio' | PictureKind

/** @returns e.g. `media/3f2b…/audio` */
export function mediaPath(id: RecordingId, kind: MediaKind): string {
  return `media/${id}/${kind}`
}

/** The sound of a recording without one of its parts, as WAV; the part is named in the query. */
export function leaveOutPath(id: RecordingId, part: Part): string {
  const query = Object.entries(part).map(([name, value]) => `${name}=${value}`)
  return `media/${id}/leave-out?${query.join('&')}`
}

/**
 * A stretch of a recording's samples, from `first` (0 or more) on: a picture `[1 x samples]` whose `x-first-s` is the time
 * of its first sample, shorter where the recording ends.
 *
 * @param count 1 to {@link MOST_SAMPLES}
 */
export function samplesPath(id: RecordingId, first: number, count: number): string {
  return `media/${id}/samples?first=${first}&count=${count}`
}

/** The longest stretch that is given at once, samples. */
export const MOST_SAMPLES = 2 ** 16

/** Shape and time axis of the picture, in response headers. */
export const PICTURE_HEADERS = {
  /** Comma-separated dims, row-major. */
  dims: 'x-dims',
  /** Seconds of the first frame's centre (waveform: of the first column's start). */
  firstS: 'x-first-s',
  hopS: 'x-hop-s'
} as const
