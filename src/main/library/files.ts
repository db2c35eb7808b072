import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingId } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import type { PictureKind } from '../../core/picture'
import { onDisk } from '../storage-error'
import { syncFolder, writeWhole } from '../whole-file'

/** The files of one recording, each by its own name in the recording's folder. */
type RecordingFile = 'original' | 'recording.json' | 'playable.wav' | 'samples' | PictureKind | 'pictures.json'

/** Bytes that have arrived and are safe, but are not a recording yet. */
interface Received {
  path: string
  /** Lower-case hex. */
  sha256: string
  bytes: number
}

/** Recordings as folders: `recordings/<id>/…`, with `incoming/` for what is still arriving. */
export interface LibraryFiles {
  /**
   * Writes what arrives to disk and makes sure that it is there.
   *
   * @throws {AppError} `file-too-large` above `maxBytes`, `audio-empty`, `disk-full`, `storage-unwritable`
   */
  receive(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Received>
  /** Makes what has arrived the original of a recording. */
  settle(received: Received, id: RecordingId): Promise<void>
  discard(received: Received): Promise<void>
  pathOf(id: RecordingId, file: RecordingFile): string
  has(id: RecordingId, file: RecordingFile): Promise<boolean>
  read(id: RecordingId, file: RecordingFile): Promise<Buffer>
  /** Up to `length` bytes from `start` on; fewer, down to none, where the file ends. */
  readPart(id: RecordingId, file: RecordingFile, start: number, length: number): Promise<Buffer>
  /** Whole or not at all. Not synchronised: what is derived can be made again. */
  write(id: RecordingId, file: RecordingFile, bytes: Uint8Array): Promise<void>
  /** Ids of all folders that hold an original, known to the index or not. */
  list(): Promise<RecordingId[]>
  delete(id: RecordingId): Promise<void>
  /** Deletes what was arriving when the program ended. */
  sweepIncoming(olderThanMs: number): Promise<void>
}

/** @throws {AppError} `storage-unwritable` when the folder cannot be made */
export async function openFiles(folder: string): Promise<LibraryFiles> {
  const incoming = join(folder, 'incoming')
  const recordings = join(folder, 'recordings')
  await onDisk(() => mkdir(incoming, { recursive: true }))
  await onDisk(() => mkdir(recordings, { recursive: true }))
  const pathOf = (id: RecordingId, file: RecordingFile) => join(recordings, id, file)
  return {
    pathOf,
    receive: (chunks, maxBytes) => receive(join(incoming, `${randomUUID()}.part`), chunks, maxBytes),
    settle: (received, id) =>
      onDisk(async () => {
        await mkdir(join(recordings, id), { recursive: true })
        await rename(received.path, pathOf(id, 'original'))
        await syncFolder(join(recordings, id))
      }),
    discard: ({ path }) => onDisk(() => rm(path, { force: true })),
    has: (id, file) => exists(pathOf(id, file)),
    read: (id, file) => onDisk(() => readFile(pathOf(id, file))),
    readPart: (id, file, start, length) => onDisk(() => readPart(pathOf(id, file), start, length)),
    write: (id, file, bytes) => writeWhole(pathOf(id, file), bytes),
    async list() {
      const ids = (await onDisk(() => readdir(recordings))) as RecordingId[]
      const found = await Promise.all(ids.map((id) => exists(pathOf(id, 'original'))))
      return ids.filter((_, index) => found[index])
    },
    delete: (id) => onDisk(() => rm(join(recordings, id), { recursive: true, force: true })),
    sweepIncoming: (olderThanMs) =>
      onDisk(async () => {
        for (const name of await readdir(incoming)) {
          const { mtimeMs } = await stat(join(incoming, name))
          if (Date.now() - mtimeMs > olderThanMs) await rm(join(incoming, name), { force: true })
        }
      })
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}

async function readPart(path: string, start: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const part = Buffer.alloc(Math.max(0, Math.min(length, size - start)))
    await file.read(part, 0, part.length, start)
    return part
  } finally {
    await file.close()
  }
}

/** The disk's refusals have their names; those of the sender stay what they are. */
async function receive(path: string, chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Received> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await onDisk(() => open(path, 'wx', 0o600))
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > maxBytes)
        throw new AppError('file-too-large', `more than ${maxBytes} bytes`, { values: { maxBytes } })
      hash.update(chunk)
      await onDisk(() => file.writeFile(chunk))
    }
    if (bytes === 0) throw new AppError('audio-empty', 'no bytes')
    await onDisk(() => file.sync())
    await onDisk(() => file.close())
    return { path, sha256: hash.digest('hex'), bytes }
  } catch (error) {
    // What went wrong is told, whatever else the disk refuses now; the next start sweeps what it kept.
    await file.close().catch(() => {})
    await rm(path, { force: true }).catch(() => {})
    throw error
  }
}
