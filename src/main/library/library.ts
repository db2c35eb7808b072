import { createHash, randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recording, RecordingId, RecordingState, Source } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { type KeptPictures, notDrawn, type PictureKind, type PictureShape } from '../../core/picture'
import { RECORDING_LIMITS } from '../../core/recording-limits'
import { type LibraryFiles, openFiles } from './files'
import { type IndexTable, openIndex } from './index-table'

const DAY_MS = 24 * 60 * 60 * 1000

/** What is told of bytes that are taken in. */
export interface Newcomer {
  name: string
  source: Source
  /** Is given the hash of all bytes before any are kept; where it throws, nothing is kept. */
  check?: (sha256: string) => void
}

/** Every recording that was taken in, with what was found in it. */
export interface Library {
  /**
   * Takes bytes in: on disk, hashed and indexed before it returns. The same bytes again give the same recording.
   *
   * @throws {AppError} `file-too-large`, `audio-empty`, `disk-full`, `storage-unwritable`
   */
  add(chunks: AsyncIterable<Uint8Array>, about: Newcomer): Promise<Recording>
  list(): Recording[]
  /** @throws {AppError} `recording-not-found`, as all that take an id */
  get(id: RecordingId): Recording
  setState(id: RecordingId, state: RecordingState): Recording
  rename(id: RecordingId, name: string): Recording
  remove(id: RecordingId): void
  restore(id: RecordingId): Recording
  savePictures(id: RecordingId, pictures: KeptPictures, playable: Uint8Array | null): Promise<void>
  /** One picture with its little-endian float32; one that was not drawn when the recording was analysed has no rows. */
  readPicture(id: RecordingId, kind: PictureKind): Promise<PictureShape & { bytes: Uint8Array }>
  /** A stretch of the samples as a picture of their own, `count` of them or as many as there are from `first` on. */
  readSamples(id: RecordingId, first: number, count: number): Promise<PictureShape & { bytes: Uint8Array }>
  files: Pick<LibraryFiles, 'pathOf' | 'has' | 'read'>
  close(): void
}

/**
 * Opens the library, and clears away what was deleted a day ago or never finished arriving.
 *
 * @throws {AppError} `disk-full`, `storage-unwritable`, `library-damaged`, `library-newer`
 */
export async function openLibrary(folder: string): Promise<Library> {
  const files = await openFiles(folder)
  const index = await openOrRebuildIndex(join(folder, 'index.sqlite'))
  await sweep(files, index)

  const get = (id: RecordingId): Recording => {
    const recording = index.get(id)
    if (!recording) throw new AppError('recording-not-found', `no recording ${id}`)
    return recording
  }
  const changed = (id: RecordingId, change: () => void): Recording => {
    get(id)
    change()
    return get(id)
  }

  const shapesIn = async (id: RecordingId): Promise<StoredShapes> => {
    get(id)
    if (!(await files.has(id, 'pictures.json'))) throw new AppError('recording-not-found', `no pictures of ${id}`)
    return JSON.parse((await files.read(id, 'pictures.json')).toString('utf8'))
  }

  return {
    files,
    get,
    list: index.list,
    async add(chunks, { name, source, check }) {
      const received = await files.receive(chunks, RECORDING_LIMITS.mostBytes)
      try {
        check?.(received.sha256)
      } catch (refusal) {
        await files.discard(received)
        throw refusal
      }
      const known = index.findByHash(received.sha256)
      if (known) {
        await files.discard(received)
        index.setDeleted(known.id, null)
        return known
      }
      const id = randomUUID() as RecordingId
      const { sha256, bytes } = received
      const addedAt = new Date().toISOString()
      const recording: Recording = { id, name, source, sha256, bytes, addedAt, state: { status: 'waiting' } }
      await files.settle(received, id)
      await files.write(id, 'recording.json', Buffer.from(JSON.stringify(recording)))
      index.insert(recording)
      return recording
    },
    setState: (id, state) => changed(id, () => index.setState(id, state)),
    rename: (id, name) => changed(id, () => index.setName(id, name)),
    remove: (id) => void changed(id, () => index.setDeleted(id, new Date().toISOString())),
    restore: (id) => changed(id, () => index.setDeleted(id, null)),
    async savePictures(id, pictures, playable) {
      get(id)
      const { heard, ...drawn } = pictures
      await files.write(id, 'samples', bytesOf(heard.samples))
      for (const { kind, data } of Object.values(drawn)) await files.write(id, kind, bytesOf(data))
      if (playable) await files.write(id, 'playable.wav', playable)
      await files.write(id, 'pictures.json', Buffer.from(JSON.stringify(shapesOf(pictures))))
    },
    async readPicture(id, kind) {
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
    },
    close: index.close
  }
}

/** Only what was deleted, or never arrived whole, goes; a recording that a crash kept out of the index comes back. */
async function sweep(files: LibraryFiles, index: IndexTable): Promise<void> {
  await files.sweepIncoming(DAY_MS)
  for (const id of await files.list()) if (!index.get(id)) index.insert(await recover(files, id))
  for (const id of index.deletedBefore(new Date(Date.now() - DAY_MS).toISOString())) {
    await files.delete(id)
    index.erase(id)
  }
}

/** What the folder still tells of a recording that the index does not know. */
async function recover(files: LibraryFiles, id: RecordingId): Promise<Recording> {
  if (await files.has(id, 'recording.json'))
    return JSON.parse((await files.read(id, 'recording.json')).toString('utf8'))
  const original = await files.read(id, 'original')
  return {
    id,
    name: id,
    source: { kind: 'file' },
    sha256: createHash('sha256').update(original).digest('hex'),
    bytes: original.length,
    addedAt: new Date().toISOString(),
    state: { status: 'waiting' }
  }
}

/** A damaged index is put aside, never deleted; the folders hold what a new one needs. */
async function openOrRebuildIndex(path: string): Promise<IndexTable> {
  try {
    return openIndex(path)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'library-damaged')) throw error
    const aside = `${path}.damaged-${Date.now()}`
    for (const suffix of ['', '-wal', '-shm']) await rename(`${path}${suffix}`, `${aside}${suffix}`).catch(() => {})
    return openIndex(path)
  }
}

const SAMPLE_BYTES = Float32Array.BYTES_PER_ELEMENT

/** What `pictures.json` holds. Earlier versions kept other pictures. */
type StoredShapes = Partial<Record<PictureKind | 'samples', PictureShape>>

function shapesOf({ heard, ...drawn }: KeptPictures): StoredShapes {
  const shapes: StoredShapes = { samples: { dims: [1, heard.samples.length], firstS: 0, hopS: 1 / heard.sampleRate } }
  for (const { kind, dims, firstS, hopS } of Object.values(drawn)) shapes[kind] = { dims, firstS, hopS }
  return shapes
}

/** Little-endian on every machine that we run on. */
function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
