import { mediaPath, PICTURE_HEADERS } from '../../contracts/media'
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

async function load(id: RecordingId, kind: PictureKind, signal: AbortSignal): Promise<Picture> {
  const response = await fetch(mediaPath(id, kind), { signal, credentials: 'same-origin' }).catch((cause: unknown) => {
    throw new AppError('host-unreachable', `no ${kind}`, { cause })
  })
  if (!response.ok) throw new AppError('internal', `${kind}: status ${response.status}`)
  return readPicture(kind, response.headers, await response.arrayBuffer())
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
