import type { UploadRequest } from '../../../contracts/phone-api'
import type { Recording, Source } from '../../../contracts/recording'
import { RECORDING_LIMITS } from '../../../core/recording-limits'
import { createOneByOne } from '../../one-by-one'
import type { Phone } from '../pairing/phones'
import { Refusal } from '../server/refusal'
import type { UploadFiles, UploadRecord } from './upload-files'

const HOUR_MS = 60 * 60 * 1000
/** Unfinished uploads are given up after a day, finished ones forgotten after three months. */
const PARTIAL_LIVES_MS = 24 * HOUR_MS
const STORED_LIVES_MS = 90 * 24 * HOUR_MS
const MAX_PARTIAL_PER_PHONE = 200
const MAX_PARTIAL_BYTES_PER_PHONE = 2 ** 30
/** Room that an upload must leave for the rest of the program. */
const KEEP_FREE_BYTES = 256 * 2 ** 20

/** The name of what has been stored. */
const FORGOTTEN = 'recording'

export interface UploadState {
  record: UploadRecord
  offset: number
}

/** Where uploads end: bytes into the library, hashed, checked and on disk before it resolves. */
export type TakeIn = (
  chunks: AsyncIterable<Uint8Array>,
  about: { name: string; source: Source; check: (sha256: string) => void }
) => Promise<Pick<Recording, 'id' | 'sha256'>>

/** Uploads that may break off anywhere and go on. Every call may be repeated. */
export interface Uploads {
  /** @throws {Refusal} `upload-differs`, `disk-full`, `busy` */
  create(phone: Phone, id: string, request: UploadRequest): Promise<UploadState>
  /** @throws {Refusal} `no-such-upload`, as all that take an id */
  get(phone: Phone, id: string): UploadState
  /** @throws {Refusal} `wrong-offset` with the right one, `too-large` */
  append(phone: Phone, id: string, offset: number, bytes: Uint8Array): Promise<UploadState>
  /**
   * Into the library, once, however often it is asked.
   *
   * @throws {Refusal} `wrong-offset`, `wrong-hash` (the bytes are dropped)
   */
  finish(phone: Phone, id: string): Promise<UploadState>
  /** Whether the largest recording would be taken now; true where the disk does not tell. */
  hasRoom(): Promise<boolean>
  /** Drops what was never finished, and forgets what was finished long ago. */
  sweep(): Promise<void>
}

export async function openUploads({
  files,
  takeIn,
  onStored,
  now = Date.now
}: {
  files: UploadFiles
  takeIn: TakeIn
  onStored: (record: UploadRecord) => void
  now?: () => number
}): Promise<Uploads> {
  const known = new Map<string, UploadState>()
  const oneByOne = createOneByOne()
  for (const state of await files.list()) {
    known.set(state.record.id, state)
    // Earlier versions kept it.
    if (state.record.stored && isTold(state.record.request)) await files.save(forget(state.record))
  }
  const sweep = async () => {
    for (const { record } of known.values()) {
      const lives = record.stored ? STORED_LIVES_MS : PARTIAL_LIVES_MS
      if (now() - Date.parse(record.createdAt) < lives) continue
      known.delete(record.id)
      await files.drop(record.id)
    }
  }
  await sweep()

  const get = (phone: Phone, id: string): UploadState => {
    const state = known.get(id)
    if (state?.record.phoneId !== phone.id) throw new Refusal('no-such-upload', 'create it first')
    return state
  }
  const hasRoomFor = async (bytes: number) => (await files.freeBytes()) >= bytes + KEEP_FREE_BYTES
  const checkRoom = async (phone: Phone, bytes: number) => {
    const partial = [...known.values()].filter(({ record }) => !record.stored && record.phoneId === phone.id)
    const claimed = partial.reduce((sum, { record }) => sum + record.request.bytes, bytes)
    if (partial.length >= MAX_PARTIAL_PER_PHONE || claimed > MAX_PARTIAL_BYTES_PER_PHONE)
      throw new Refusal('busy', 'finish the other uploads first')
    if (!(await hasRoomFor(bytes))) throw new Refusal('disk-full', 'no room')
  }
  const store = async (state: UploadState, phone: Phone): Promise<void> => {
    const { record } = state
    const { id, request } = record
    try {
      // The same bytes side by side under two ids must find each other in the library.
      const about = { name: request.name, source: sourceOf(phone, request), check: refuseOthers(request) }
      const stored = await oneByOne(request.sha256, () => takeIn(files.read(id), about))
      record.stored = { recordingId: stored.id, sha256: stored.sha256 }
      forget(record)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await files.cut(id, 0)
      state.offset = 0
      throw error
    }
    // If the program ends here, the phone asks again, and the library knows the bytes.
    await files.save(record)
    await files.dropPart(id)
  }

  return {
    get,
    sweep,
    // What is wrong with the disk is told to whoever sends something.
    hasRoom: () => hasRoomFor(RECORDING_LIMITS.mostBytes).catch(() => true),
    create: (phone, id, request) =>
      oneByOne(id, async () => {
        const before = known.get(id)
        if (before) {
          const isSame = before.record.phoneId === phone.id && before.record.request.sha256 === request.sha256
          if (!isSame) throw new Refusal('upload-differs', 'this id is in use')
          return before
        }
        await checkRoom(phone, request.bytes)
        const createdAt = new Date(now()).toISOString()
        const record: UploadRecord = { id, phoneId: phone.id, request, createdAt, stored: null }
        await files.save(record)
        const state = { record, offset: 0 }
        known.set(id, state)
        return state
      }),
    append: (phone, id, offset, bytes) =>
      oneByOne(id, async () => {
        const state = get(phone, id)
        if (state.record.stored) return state
        if (offset !== state.offset)
          throw new Refusal('wrong-offset', `go on at ${state.offset}`, { offset: state.offset })
        if (offset + bytes.length > state.record.request.bytes)
          throw new Refusal('too-large', 'more bytes than were announced', { maxBytes: state.record.request.bytes })
        await files.append(id, offset, bytes)
        state.offset = offset + bytes.length
        return state
      }),
    finish: (phone, id) =>
      oneByOne(id, async () => {
        const state = get(phone, id)
        if (state.record.stored) return state
        if (state.offset !== state.record.request.bytes)
          throw new Refusal('wrong-offset', `go on at ${state.offset}`, { offset: state.offset })
        await store(state, phone)
        onStored(state.record)
        return state
      })
  }
}

/** What was said of a recording is the library's now, and goes with it: only that it has come is remembered here. */
function forget(record: UploadRecord): UploadRecord {
  record.request = { ...record.request, name: FORGOTTEN, person: '', note: '' }
  return record
}

function isTold({ name, person, note }: UploadRequest): boolean {
  return name !== FORGOTTEN || person !== '' || note !== ''
}

/** Refuses bytes that are others than announced. */
function refuseOthers({ sha256 }: UploadRequest): (found: string) => void {
  return (found) => {
    if (found !== sha256) throw new Refusal('wrong-hash', 'these are not the bytes that were announced')
  }
}

function sourceOf(phone: Phone, { capture, site, posture, person, note, recordedAt }: UploadRequest): Source {
  return { kind: 'phone', phone: phone.name, phoneId: phone.id, capture, site, posture, person, note, recordedAt }
}
