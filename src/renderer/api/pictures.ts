import { mediaPath, PICTURE_HEADERS, type PictureKind } from '../../contracts/media'
import type { RecordingId } from '../../contracts/recording'
import type { Beat, Evidence, EvidenceMap, Pictures, Spectrogram, Waveform } from '../../core/analysis'
import { AppError } from '../../core/errors'

interface Picture {
  data: Float32Array
  dims: number[]
  firstS: number
  hopS: number
}

/**
 * The pictures of an analysed recording.
 *
 * @throws {AppError} `host-unreachable` or `internal` where one cannot be had or is not what it says
 */
export async function loadPictures(id: RecordingId, signal: AbortSignal): Promise<Pictures> {
  const [waveform, spectrogram, evidence, evidenceMap, beats] = await Promise.all([
    load(id, 'waveform', signal),
    load(id, 'spectrogram', signal),
    load(id, 'evidence', signal),
    load(id, 'evidence-map', signal),
    load(id, 'beats', signal)
  ])
  return {
    waveform: toWaveform(waveform),
    spectrogram: toSpectrogram(spectrogram),
    evidence: toEvidence(evidence),
    evidenceMap: toEvidenceMap(evidenceMap),
    beats: toBeats(beats)
  }
}

function toWaveform({ data, hopS }: Picture): Waveform {
  return { data, columnS: hopS }
}

function toSpectrogram({ data, dims, firstS, hopS }: Picture): Spectrogram {
  return { data, bandCount: dims[0] ?? 0, frameCount: dims[1] ?? 0, firstFrameCentreS: firstS, hopS }
}

function toEvidence({ data, firstS, hopS }: Picture): Evidence {
  return { data, firstFrameCentreS: firstS, hopS }
}

function toEvidenceMap({ data, dims, firstS, hopS }: Picture): EvidenceMap {
  return { data, rowCount: dims[0] ?? 0, frameCount: dims[1] ?? 0, firstFrameCentreS: firstS, hopS }
}

function toBeats({ data, dims }: Picture): Beat[] {
  return Array.from({ length: dims[0] ?? 0 }, (_, beat) => ({ s1S: data[2 * beat]!, s2S: data[2 * beat + 1]! }))
}

async function load(id: RecordingId, kind: PictureKind, signal: AbortSignal): Promise<Picture> {
  const response = await fetch(mediaPath(id, kind), { signal, credentials: 'same-origin' }).catch((cause: unknown) => {
    throw new AppError('host-unreachable', `no ${kind}`, { cause })
  })
  if (!response.ok) throw new AppError('internal', `${kind}: status ${response.status}`)
  return readPicture(response.headers, await response.arrayBuffer())
}

/**
 * Little-endian float32 with its shape and time axis.
 *
 * @throws {AppError} `internal` when the numbers do not fill the shape
 */
export function readPicture(headers: Headers, bytes: ArrayBuffer): Picture {
  const dims = (headers.get(PICTURE_HEADERS.dims) ?? '').split(',').map(Number)
  const length = dims.reduce((product, dim) => product * dim, 1)
  if (length * Float32Array.BYTES_PER_ELEMENT !== bytes.byteLength) {
    throw new AppError('internal', `${dims.join(' x ')} numbers do not fit ${bytes.byteLength} bytes`)
  }
  return {
    data: new Float32Array(bytes),
    dims,
    firstS: Number(headers.get(PICTURE_HEADERS.firstS)),
    hopS: Number(headers.get(PICTURE_HEADERS.hopS))
  }
}
