import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingId } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import type { PictureKind } from '../../core/picture'
import { onDisk } from '../storage-error'
import { putAside, syncFolder, writeWhole } from '../whole-file'
import { parseSaid, type Said, writeSaid } from './said'

/** The files of one recording, each by its own name in the recording's folder. */
type RecordingFile =
  | 'original'
  | 'recording.json'
  | 'analysis.json'
  | 'playable.wav'
  | 'samples'
  | PictureKind
  | 'pictures.json'

/** Bytes that have arrived and are safe, but are not a recording yet. */
export interface Received {
  /** Of the recording that they may become. */
  id: RecordingId
  /** Lower-case hex. */
  sha256: string
  bytes: number
}

/**
 * Recordings as folders: `recordings/<id>/…`, with `incoming/` for what is still arriving or just leaving.
 *
 * Whatever touches the disk throws the {@link AppError}s `disk-full` and `storage-unwritable`.
 */
export interface LibraryFiles {
  /**
   * Writes what arrives to disk and makes sure that it is there.
   *
   * @throws {AppError} `file-too-large` above `maxBytes`, `audio-empty`; and what the sender's bytes threw
   */
  receive(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Received>
  /** Makes what has arrived a recording: one rename, after which sound and words are on disk for good. */
  settle(received: Received, said: Said): Promise<void>
  /** Puts what has arrived in the place of an original that is missing or damaged. */
  replace(received: Received, id: RecordingId): Promise<void>
  discard(received: Received): Promise<void>
  pathOf(id: RecordingId, file: RecordingFile): string
  has(id: RecordingId, file: RecordingFile): Promise<boolean>
  read(id: RecordingId, file: RecordingFile): Promise<Buffer>
  /** Up to `length` bytes from `start` on; fewer, down to none, where the file ends. */
  readPart(id: RecordingId, file: RecordingFile, start: number, length: number): Promise<Buffer>
  /** Whole or not at all. Not synchronised: what is derived can be made again. */
  write(id: RecordingId, file: RecordingFile, bytes: Uint8Array): Promise<void>
  /** Moves a damaged file out of the way, within its folder. */
  putAside(id: RecordingId, file: RecordingFile): Promise<void>
  /** @throws {AppError} `library-damaged` */
  readSaid(id: RecordingId): Promise<Said>
  /** On disk before it returns. */
  writeSaid(said: Said): Promise<void>
  /** When `recording.json` was last written, ms; null where there is none. */
  saidAt(id: RecordingId): Promise<number | null>
  /** SHA-256 of the original, lower-case hex, and its length; null where there is none. */
  measure(id: RecordingId): Promise<Pick<Received, 'sha256' | 'bytes'> | null>
  /** Every name in `recordings/`, whatever it is. */
  list(): Promise<string[]>
  /** For good, and at once for whoever starts after a crash. */
  delete(id: RecordingId): Promise<void>
  /** Deletes what was arriving or leaving when the program ended. */
  sweepIncoming(): Promise<void>
}

/** @throws {AppError} `disk-full`, `storage-unwritable` when the folders cannot be made */
export async function openFiles(folder: string): Promise<LibraryFiles> {
  const incoming = join(folder, 'incoming')
  const recordings = join(folder, 'recordings')
  for (const path of [incoming, recordings]) await onDisk(() => mkdir(path, { recursive: true, mode: 0o700 }))
  const folderOf = (id: RecordingId) => join(recordings, id)
  const pathOf = (id: RecordingId, file: RecordingFile) => join(recordings, id, file)
  const arriving = ({ id }: Pick<Received, 'id'>) => join(incoming, id)
  const discard = (received: Received) => onDisk(() => rm(arriving(received), { recursive: true, force: true }))
  return {
    pathOf,
    async receive(chunks, maxBytes) {
      const id = randomUUID() as RecordingId
      // Asked for before anything is awaited: a sender that fails meanwhile must find somebody who listens.
      const sender = listen(chunks)
      try {
        await onDisk(() => mkdir(arriving({ id }), { mode: 0o700 }))
        return { id, ...(await receive(join(arriving({ id }), 'original'), sender, maxBytes)) }
      } catch (thrown) {
        await sender.return?.()
        // What went wrong is told, whatever else the disk refuses now; the next start sweeps what it kept.
        await rm(arriving({ id }), { recursive: true, force: true }).catch(() => {})
        throw thrown
      }
    },
    async settle(received, said) {
      await writeWhole(join(arriving(received), 'recording.json'), writeSaid(said), { isSynced: true })
      await onDisk(() => rename(arriving(received), folderOf(received.id)))
      try {
        await onDisk(() => syncFolder(recordings))
      } catch (thrown) {
        await rm(folderOf(received.id), { recursive: true, force: true }).catch(() => {})
        throw thrown
      }
    },
    async replace(received, id) {
      await onDisk(async () => {
        await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
        await rename(join(arriving(received), 'original'), pathOf(id, 'original'))
        await syncFolder(folderOf(id))
        await syncFolder(recordings)
      })
      await discard(received)
    },
    discard,
    has: (id, file) => exists(pathOf(id, file)),
    read: (id, file) => onDisk(() => readFile(pathOf(id, file))),
    readPart: (id, file, start, length) => onDisk(() => readPart(pathOf(id, file), start, length)),
    write: (id, file, bytes) => writeWhole(pathOf(id, file), bytes),
    putAside: (id, file) => putAside(pathOf(id, file)),
    readSaid: async (id) => parseSaid(await onDisk(() => readFile(pathOf(id, 'recording.json'), 'utf8'))),
    writeSaid: (said) => writeWhole(pathOf(said.id, 'recording.json'), writeSaid(said), { isSynced: true }),
    saidAt: async (id) => (await statOf(pathOf(id, 'recording.json')))?.mtimeMs ?? null,
    async measure(id) {
      const size = await statOf(pathOf(id, 'original'))
      return size && onDisk(() => measure(pathOf(id, 'original')))
    },
    list: () => onDisk(() => readdir(recordings)),
    delete: (id) =>
      onDisk(async () => {
        const leaving = join(incoming, `${id}.leaving`)
        await rm(leaving, { recursive: true, force: true })
        if (await exists(folderOf(id))) await rename(folderOf(id), leaving)
        await syncFolder(recordings)
        await rm(leaving, { recursive: true, force: true })
      }),
    sweepIncoming: () =>
      onDisk(async () => {
        for (const name of await readdir(incoming)) await rm(join(incoming, name), { recursive: true, force: true })
      })
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}

/** Null for what is not there. */
async function statOf(path: string) {
  try {
    return await stat(path)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    return onDisk(() => Promise.reject(thrown))
  }
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

async function measure(path: string): Promise<Pick<Received, 'sha256' | 'bytes'>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** The same chunks, the first of which is asked for now. */
function listen(chunks: AsyncIterable<Uint8Array>): AsyncIterableIterator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  let first: Promise<IteratorResult<Uint8Array>> | null = iterator.next()
  // Whoever iterates gets the refusal; until then it is nobody's.
  first.catch(() => {})
  return {
    next() {
      const next = first ?? iterator.next()
      first = null
      return next
    },
    async return() {
      // Not waited for: a sender that has stopped would never let go.
      iterator.return?.().catch(() => {})
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    }
  }
}

/** The disk's refusals have their names; those of the sender stay what they are. */
async function receive(path: string, chunks: AsyncIterable<Uint8Array>, maxBytes: number) {
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
  } catch (thrown) {
    await file.close().catch(() => {})
    throw thrown
  }
  await onDisk(() => file.close())
  return { sha256: hash.digest('hex'), bytes }
}
