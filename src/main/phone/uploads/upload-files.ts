import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat, statfs, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { UploadRequest } from '../../../contracts/phone-api'
import type { RecordingId } from '../../../contracts/recording'
import { onDisk, toStorageError } from '../../storage-error'
import { readIfThere, writeWhole } from '../../whole-file'
import { uploadIdSchema, uploadSchema } from '../server/phone-schemas'

/** Read in larger pieces than usual: each costs a turn of the event loop, and a hundred uploads may end at once. */
const READ_BYTES = 512 * 1024

/** What is known of an upload besides its bytes. */
export interface UploadRecord {
  id: string
  phoneId: string
  request: UploadRequest
  /** ISO 8601. */
  createdAt: string
  stored: { recordingId: RecordingId; sha256: string } | null
}

const recordSchema = z.object({
  id: uploadIdSchema,
  phoneId: z.uuid(),
  request: uploadSchema,
  createdAt: z.iso.datetime(),
  stored: z.object({ recordingId: z.uuid().transform((id) => id as RecordingId), sha256: z.string() }).nullable()
})

/**
 * Uploads on disk: `<id>.json` says what it is, `<id>.part` holds the bytes so far. Ids are UUIDs, and the only names.
 *
 * Every call throws the {@link AppError}s `disk-full` and `storage-unwritable`.
 */
export interface UploadFiles {
  /** Every record that can be read, with the bytes that are there. */
  list(): Promise<{ record: UploadRecord; offset: number }[]>
  save(record: UploadRecord): Promise<void>
  append(id: string, offset: number, bytes: Uint8Array): Promise<void>
  cut(id: string, length: number): Promise<void>
  read(id: string): AsyncIterable<Uint8Array>
  dropPart(id: string): Promise<void>
  drop(id: string): Promise<void>
  freeBytes(): Promise<number>
}

/**
 * @param folder is made
 * @throws {AppError} `disk-full`, `storage-unwritable`
 */
export async function openUploadFiles(folder: string): Promise<UploadFiles> {
  await onDisk(() => mkdir(folder, { recursive: true, mode: 0o700 }))
  const part = (id: string) => join(folder, `${id}.part`)
  const json = (id: string) => join(folder, `${id}.json`)
  return {
    async list() {
      const names = (await onDisk(() => readdir(folder))).filter((name) => name.endsWith('.json'))
      const found = await Promise.all(names.map(async (name) => parse(await readIfThere(join(folder, name)))))
      return Promise.all(
        found.flatMap((record) =>
          record && !record.stored
            ? [sizeOf(part(record.id)).then((offset) => ({ record, offset }))]
            : record
              ? [Promise.resolve({ record, offset: record.request.bytes })]
              : []
        )
      )
    },
    save: (record) => writeWhole(json(record.id), JSON.stringify(record), { isSynced: true }),
    append: (id, offset, bytes) =>
      onDisk(async () => {
        const file = await open(part(id), offset === 0 ? 'w' : 'r+', 0o600)
        try {
          let at = 0
          while (at < bytes.length) at += (await file.write(bytes, at, bytes.length - at, offset + at)).bytesWritten
        } finally {
          await file.close()
        }
      }),
    cut: (id, length) => truncate(part(id), length).catch(() => {}),
    read: (id) => readAll(part(id)),
    dropPart: (id) => onDisk(() => rm(part(id), { force: true })),
    drop: (id) =>
      onDisk(async () => {
        await rm(part(id), { force: true })
        await rm(json(id), { force: true })
      }),
    freeBytes: () =>
      onDisk(async () => {
        const { bavail, bsize } = await statfs(folder)
        return bavail * bsize
      })
  }
}

/** Opened when the first bytes are asked for: before that nobody would hear of a refusal. */
async function* readAll(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: READ_BYTES })
  } catch (thrown) {
    throw toStorageError(thrown)
  }
}

/** A record that cannot be read is no upload: the phone creates it again, and its bytes are still on the phone. */
function parse(text: string | null): UploadRecord | null {
  try {
    return recordSchema.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}

function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0
  )
}
