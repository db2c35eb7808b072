import type { RecordingId } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { type KeptPictures, notDrawn, type PictureKind, type PictureShape } from '../../core/picture'
import type { LibraryFiles } from './files'

/** The pictures of recordings, beside their sound. */
export interface Pictures {
  save(id: RecordingId, pictures: KeptPictures, playable: Uint8Array | null): Promise<void>
  /** One picture with its little-endian float32; one that was not drawn when the recording was analysed has no rows. */
  read(id: RecordingId, kind: PictureKind): Promise<PictureShape & { bytes: Uint8Array }>
  /** A stretch of the samples as a picture of their own, `count` of them or as many as there are from `first` on. */
  readSamples(id: RecordingId, first: number, count: number): Promise<PictureShape & { bytes: Uint8Array }>
}

const SAMPLE_BYTES = Float32Array.BYTES_PER_ELEMENT

/** What `pictures.json` holds. Earlier versions kept other pictures. */
type StoredShapes = Partial<Record<PictureKind | 'samples', PictureShape>>

export function createPictures(files: LibraryFiles): Pictures {
  const shapesIn = async (id: RecordingId): Promise<StoredShapes> => {
    if (!(await files.has(id, 'pictures.json'))) throw new AppError('recording-not-found', `no pictures of ${id}`)
    return JSON.parse((await files.read(id, 'pictures.json')).toString('utf8'))
  }
  return {
    async save(id, pictures, playable) {
      const { heard, ...drawn } = pictures
      await files.write(id, 'samples', bytesOf(heard.samples))
      for (const { kind, data } of Object.values(drawn)) await files.write(id, kind, bytesOf(data))
      if (playable) await files.write(id, 'playable.wav', playable)
      await files.write(id, 'pictures.json', Buffer.from(JSON.stringify(shapesOf(pictures))))
    },
    async read(id, kind) {
      const shape = (await shapesIn(id))[kind]
      if (!shape) return { ...notDrawn(kind), bytes: new Uint8Array() }
      const { dims, firstS, hopS } = shape
      return { dims, firstS, hopS, bytes: new Uint8Array(await files.read(id, kind)) }
    },
    async readSamples(id, first, count) {
      const shape = (await shapesIn(id)).samples
      // Analysed before samples were kept.
      if (!shape) return { dims: [1, 0], firstS: 0, hopS: 1, bytes: new Uint8Array() }
      const bytes = await files.readPart(id, 'samples', first * SAMPLE_BYTES, count * SAMPLE_BYTES)
      const { hopS } = shape
      return { dims: [1, bytes.length / SAMPLE_BYTES], firstS: first * hopS, hopS, bytes: new Uint8Array(bytes) }
    }
  }
}

function shapesOf({ heard, ...drawn }: KeptPictures): StoredShapes {
  const shapes: StoredShapes = { samples: { dims: [1, heard.samples.length], firstS: 0, hopS: 1 / heard.sampleRate } }
  for (const { kind, dims, firstS, hopS } of Object.values(drawn)) shapes[kind] = { dims, firstS, hopS }
  return shapes
}

/** Little-endian on every machine that we run on. */
function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
