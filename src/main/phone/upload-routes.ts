import type { Express, Request, Response } from 'express'
import { PHONE_PATHS, type Upload } from '../../contracts/phone-api'
import type { RecordingId, RecordingState } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { authenticate, type Signed } from './authenticate'
import { sha256Of } from './body'
import { parseJson } from './json-body'
import { PHONE_LIMITS } from './pair-routes'
import { answer } from './phone-app'
import type { PhoneRoom, Recordings } from './phone-room'
import { uploadIdSchema, uploadSchema } from './phone-schemas'
import { Refusal } from './refusal'
import type { UploadState } from './uploads'

const MAX_METADATA_BYTES = 16_384
/** A line is sent this often where nothing happens, so that both ends know that the other is there. */
const HEARTBEAT_MS = 10_000
const MAX_STREAMS = 64

/** Create, append, finish, ask, and follow an upload. */
export function addUploadRoutes(app: Express, room: PhoneRoom): void {
  const path = `/${PHONE_PATHS.uploads}/:id`
  let streams = 0

  app.put(path, async (request, response) => {
    const { id, signed } = admit(request, room)
    const body = await signedBody(request, signed, MAX_METADATA_BYTES, room)
    answer(response, shown(await room.uploads.create(signed.phone, id, parseJson(uploadSchema, body)), room))
  })
  app.get(path, (request, response) => {
    const { id, signed } = admit(request, room)
    answer(response, shown(room.uploads.get(signed.phone, id), room))
  })
  app.patch(path, async (request, response) => {
    const { id, signed } = admit(request, room)
    if (signed.offset === null) throw new Refusal('invalid-request', 'an offset is needed')
    // Before the body: what cannot be kept is not read.
    const { offset, record } = room.uploads.get(signed.phone, id)
    if (!record.stored && offset !== signed.offset) throw new Refusal('wrong-offset', `go on at ${offset}`, { offset })
    const body = await signedBody(request, signed, PHONE_LIMITS.maxPartBytes, room)
    answer(response, shown(await room.uploads.append(signed.phone, id, signed.offset, body), room))
  })
  app.post(`${path}/finish`, async (request, response) => {
    const { id, signed } = admit(request, room)
    answer(response, shown(await room.uploads.finish(signed.phone, id), room))
  })
  app.get(`${path}/events`, (request, response) => {
    const { id, signed } = admit(request, room)
    if (room.scope === 'add') throw new Refusal('not-allowed', 'nothing comes back here')
    if (streams >= MAX_STREAMS) throw new Refusal('busy', 'too many listen')
    const state = room.uploads.get(signed.phone, id)
    streams++
    response.on('close', () => streams--)
    sendEvents(response, state, room)
  })
}

/** @throws {Refusal} as {@link authenticate}, and `not-confirmed` */
function admit(request: Request, room: PhoneRoom): { id: string; signed: Signed } {
  const id = uploadIdSchema.safeParse(request.params['id'])
  if (!id.success) throw new Refusal('invalid-request', 'an upload is named by a UUID')
  const signed = authenticate(request, request.path, room)
  if (!signed.isConfirmed) throw new Refusal('not-confirmed', 'confirm the words on the desktop')
  room.onActivity(signed.phone.id)
  return { id: id.data, signed }
}

/** The body, once it is the one that was signed. */
async function signedBody(request: Request, signed: Signed, maxBytes: number, room: PhoneRoom): Promise<Buffer> {
  const body = await room.readSigned(request, maxBytes)
  if (sha256Of(body) !== signed.bodySha256) throw new Refusal('wrong-hash', 'the body is not the one that was signed')
  return body
}

function shown({ record, offset }: UploadState, { scope, recordings }: PhoneRoom): Upload {
  const { id, request, stored } = record
  return {
    id,
    offset,
    bytes: request.bytes,
    state: stored ? 'stored' : 'receiving',
    sha256: stored?.sha256 ?? null,
    result: stored && scope === 'full' ? resultOf(stored.recordingId, recordings) : null
  }
}

/** Null for a recording that was deleted on the desktop: the phone's copy was stored all the same. */
function resultOf(id: RecordingId, recordings: Recordings): RecordingState | null {
  try {
    return recordings.view(id).state
  } catch (error) {
    if (error instanceof AppError && error.code === 'recording-not-found') return null
    throw error
  }
}

/** Server-sent events over `fetch`: the first line is the state of now. */
function sendEvents(response: Response, state: UploadState, room: PhoneRoom): void {
  response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.flushHeaders()
  const send = () => {
    // A phone that was removed while it listened hears no more.
    if (room.find(state.record.phoneId)) response.write(`data: ${JSON.stringify(shown(state, room))}\n\n`)
    else response.end()
  }
  send()
  const stop = room.recordings.onChanged(({ id }) => {
    if (id === state.record.stored?.recordingId) send()
  })
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS)
  response.on('close', () => {
    stop()
    clearInterval(heartbeat)
  })
}
