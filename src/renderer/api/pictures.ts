import { mediaPath, PICTURE_HEADERS, samplesPath } from '../../contracts/media'
import type { RecordingId } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { byKind, PICTURE_KINDS, type Picture, type PictureKind, type Pictures } from '../../core/picture'

/**
 * The pictures of an analysed recording.
 *
 * @throws {AppError} `host-unreachable` or `internal` where one cannot be had or is not what it says
 */
export async function loadPictures(id: RecordingId, signal: AbortSignal): Promise<Pictures> {
  return byKind(await Promise.all(PICTURE_KINDS.map((kind) => load(id, kind, signal))))
}

/**
 * A stretch of the samples of an analysed recording, fewer than `count` where it ends.
 *
 * @throws {AppError} `host-unreachable` or `internal`
 */
export async function loadSamples(
  id: RecordingId,
  first: number,
  count: number,
  signal: AbortSignal
): Promise<Float32Array> {
  const response = await get(samplesPath(id, first, count), signal)
  return new Float32Array(await response.arrayBuffer())
}

async function load(id: RecordingId, kind: PictureKind, signal: AbortSignal): Promise<Picture> {
  const response = await get(mediaPath(id, kind), signal)
  return readPicture(kind, response.headers, await response.arrayBuffer())
}

async function get(path: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(path, { signal, credentials: 'same-origin' }).catch((cause: unknown) => {
    throw new AppError('host-unreachable', `no ${path}`, { cause })
  })
  if (!response.ok) throw new AppError('internal', `${path}: status ${response.status}`)
  return response
}

/**
 * Little-endian float32 with its shape and time axis.
 *
 * @throws {AppError} `internal` when the numbers do not fill the shape
 */
export function readPicture(kind: PictureKind, headers: Headers, bytes: ArrayBuffer): Picture {
  const [rows = 0, columns = 0] = (headers.get(PICTURE_HEADERS.dims) ?? '').split(',').map(Number)
  if (rows * columns * Float32Array.BYTES_PER_ELEMENT !== bytes.byteLength) {
    throw new AppError('internal', `${rows} x ${columns} numbers do not fit ${bytes.byteLength} bytes`)
  }
  return {
    kind,
    dims: [rows, columns],
    data: new Float32Array(bytes),
    firstS: Number(headers.get(PICTURE_HEADERS.firstS)),
    hopS: Number(headers.get(PICTURE_HEADERS.hopS))
  }
}
