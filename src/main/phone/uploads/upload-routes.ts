import type { Express, Request, Response } from 'express'
import { PHONE_PATHS, type Upload } from '../../../contracts/phone-api'
import type { RecordingId, RecordingState } from '../../../contracts/recording'
import { AppError } from '../../../core/errors'
import { sendEvents } from '../../event-stream'
import { authenticate, type Signed, signedBody } from '../pairing/authenticate'
import { parseJson } from '../server/json-body'
import { sendReply } from '../server/phone-app'
import type { PhoneContext, Recordings } from '../server/phone-context'
import { PHONE_LIMITS } from '../server/phone-limits'
import { uploadIdSchema, uploadSchema } from '../server/phone-schemas'
import { Refusal } from '../server/refusal'
import { remoteAddressOf } from '../server/remote-address'
import type { UploadState } from './uploads'

const MAX_METADATA_BYTES = 16_384
const HEARTBEAT_MS = 10_000
const MAX_STREAMS = 64

/** Create, append, finish, ask, and follow an upload. */
export function addUploadRoutes(app: Express, context: PhoneContext): void {
  const path = `/${PHONE_PATHS.uploads}/:id`
  let streams = 0

  app.put(path, async (request, response) => {
    const { id, signed } = admit(request, context)
    const body = await signedBody(request, signed, MAX_METADATA_BYTES, context)
    sendReply(response, shown(await context.uploads.create(signed.phone, id, parseJson(uploadSchema, body)), context))
  })
  app.get(path, (request, response) => {
    const { id, signed } = admit(request, context)
    sendReply(response, shown(context.uploads.get(signed.phone, id), context))
  })
  app.patch(path, async (request, response) => {
    const { id, signed } = admit(request, context)
    if (signed.offset === null) throw new Refusal('invalid-request', 'an offset is needed')
    // Before the body: what cannot be kept is not read.
    const { offset, record } = context.uploads.get(signed.phone, id)
    if (!record.stored && offset !== signed.offset) throw new Refusal('wrong-offset', `go on at ${offset}`, { offset })
    const body = await signedBody(request, signed, PHONE_LIMITS.maxPartBytes, context)
    sendReply(response, shown(await context.uploads.append(signed.phone, id, signed.offset, body), context))
  })
  app.post(`${path}/finish`, async (request, response) => {
    const { id, signed } = admit(request, context)
    sendReply(response, shown(await context.uploads.finish(signed.phone, id), context))
  })
  app.get(`${path}/events`, (request, response) => {
    const { id, signed } = admit(request, context)
    if (context.scope === 'add') throw new Refusal('not-allowed', 'nothing comes back here')
    if (streams >= MAX_STREAMS) throw new Refusal('busy', 'too many listen')
    const state = context.uploads.get(signed.phone, id)
    streams++
    response.on('close', () => streams--)
    followUpload(response, state, context)
  })
}

/** @throws {Refusal} as {@link authenticate}, and `not-confirmed` */
function admit(request: Request, context: PhoneContext): { id: string; signed: Signed } {
  const id = uploadIdSchema.safeParse(request.params['id'])
  if (!id.success) throw new Refusal('invalid-request', 'an upload is named by a UUID')
  const signed = authenticate(request, request.path, context)
  if (!signed.isConfirmed) throw new Refusal('not-confirmed', 'confirm the words on the desktop')
  context.onActivity(signed.phone.id, remoteAddressOf(request.socket))
  return { id: id.data, signed }
}

function shown({ record, offset }: UploadState, { scope, recordings }: PhoneContext): Upload {
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

/** The first event is the state of now. */
function followUpload(response: Response, state: UploadState, context: PhoneContext): void {
  sendEvents(response, HEARTBEAT_MS, (send) => {
    const tell = () => {
      // A phone that was removed while it listened hears no more.
      if (context.find(state.record.phoneId)) send({ data: shown(state, context) })
      else response.end()
    }
    tell()
    return context.recordings.onChanged(({ id }) => {
      if (id === state.record.stored?.recordingId) tell()
    })
  })
}
