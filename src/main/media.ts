import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { INTAKE_PATH, MOST_SAMPLES, PICTURE_HEADERS } from '../contracts/media'
import type { Recording, RecordingId } from '../contracts/recording'
import type { Reply } from '../contracts/reply'
import { AppError, toErrorReply } from '../core/errors'
import { PICTURE_KINDS, type PictureShape } from '../core/picture'
import { beginningOf } from '../core/plain-text'
import type { Library } from './library/library'
import type { Pipeline } from './pipeline'
import { partSchema } from './schemas'

const recordingId = z.uuid().transform((id) => id as RecordingId)
const mediaPath = z.tuple([z.literal('media'), recordingId, z.enum(['audio', ...PICTURE_KINDS, 'samples'])])

const leaveOutSchema = z.tuple([z.literal('media'), recordingId, z.literal('leave-out')])

/** Digits alone: no sign, no point, no exponent, and no more than a double holds exactly. */
const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
const stretchSchema = z.strictObject({
  first: wholeNumber,
  count: wholeNumber.refine((count) => count >= 1 && count <= MOST_SAMPLES)
})

/** What browsers make of the containers that the decoder names; anything else is left to their sniffing. */
const CONTENT_TYPES: Record<string, string> = {
  WAV: 'audio/wav',
  FLAC: 'audio/flac',
  MP3: 'audio/mpeg',
  ADTS: 'audio/aac',
  MP4: 'audio/mp4',
  QuickTime: 'audio/mp4',
  Ogg: 'audio/ogg',
  WebM: 'audio/webm',
  Matroska: 'audio/webm'
}

/**
 * Answers the URLs of `contracts/media.ts`, the same behind every door.
 *
 * @returns null for a path that is none of them
 */
export async function respondToMedia(
  request: Request,
  { library, pipeline }: { library: Library; pipeline: Pipeline }
): Promise<Response | null> {
  const { pathname, searchParams } = new URL(request.url)
  const path = pathname.slice(1)
  try {
    if (path === INTAKE_PATH) {
      if (request.method !== 'PUT') return new Response(null, { status: 405, headers: { allow: 'PUT' } })
      return replyWith({ ok: true, value: await takeIn(request, searchParams.get('name'), pipeline) })
    }
    const leftOut = leaveOutSchema.safeParse(path.split('/'))
    if (leftOut.success) return await withPartLeftOut(leftOut.data[1], searchParams, pipeline)
    const media = mediaPath.safeParse(path.split('/'))
    if (!media.success) return null
    if (request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } })
    const [, id, kind] = media.data
    if (kind === 'audio') return await audio(request, library, library.get(id))
    return picture(await (kind === 'samples' ? samples(library, id, searchParams) : library.readPicture(id, kind)))
  } catch (error) {
    return replyWith({ ok: false, error: toErrorReply(error) })
  }
}

async function takeIn(request: Request, name: string | null, pipeline: Pipeline): Promise<Recording> {
  if (!request.body) throw new AppError('audio-empty', 'no body')
  return pipeline.takeIn(chunksOf(request.body), { name: displayName(name), source: { kind: 'file' } })
}

/**
 * What a body brings, as it comes.
 *
 * Read without an emitter in between: one whose sender breaks off before anybody listens would end the program.
 */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    // A sender that has gone already has nothing left to be told.
    await reader.cancel().catch(() => {})
  }
}

/** A name is shown, never used as a path: control characters and length are all that can harm. */
export function displayName(name: string | null): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? ''
  return beginningOf(last.replace(/\p{C}/gu, '').trim(), 200).trim() || 'recording'
}

/** The copy where there is one, else the original; one range at a time, so that the player can seek. */
async function audio(request: Request, library: Library, { id, state }: Recording): Promise<Response> {
  const hasCopy = await library.files.has(id, 'playable.wav')
  const path = library.files.pathOf(id, hasCopy ? 'playable.wav' : 'original')
  const { size } = await stat(path)
  const container = hasCopy ? 'WAV' : state.status === 'analysed' ? state.format.container : ''
  const type = CONTENT_TYPES[container] ?? 'application/octet-stream'
  const headers = { 'content-type': type, 'accept-ranges': 'bytes', 'cache-control': 'no-store' }
  const range = parseRange(request.headers.get('range'), size)
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const body = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>
  const length = { 'content-length': String(end - start + 1) }
  if (!range) return new Response(body, { headers: { ...headers, ...length } })
  return new Response(body, {
    status: 206,
    headers: { ...headers, ...length, 'content-range': `bytes ${start}-${end}/${size}` }
  })
}

/**
 * One `Range` header; null (the whole) for none and for several ranges at once.
 *
 * @source RFC 9110, section 14
 */
export function parseRange(
  header: string | null,
  size: number
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (!match[1] && !match[2])) return null
  const [, from, to] = match
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  return start <= end && start < size ? { start, end } : 'unsatisfiable'
}

async function withPartLeftOut(id: RecordingId, query: URLSearchParams, pipeline: Pipeline): Promise<Response> {
  const part = partSchema.safeParse(Object.fromEntries(query))
  if (!part.success) throw new AppError('invalid-request', part.error.message, { cause: part.error })
  const { wav } = await pipeline.leaveOut(id, part.data)
  return new Response(new Uint8Array(wav), { headers: { 'content-type': 'audio/wav', 'cache-control': 'no-store' } })
}

function samples(library: Library, id: RecordingId, query: URLSearchParams) {
  const stretch = stretchSchema.safeParse(Object.fromEntries(query))
  if (!stretch.success) throw new AppError('invalid-request', stretch.error.message, { cause: stretch.error })
  return library.readSamples(id, stretch.data.first, stretch.data.count)
}

function picture({ dims, firstS, hopS, bytes }: PictureShape & { bytes: Uint8Array }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
      [PICTURE_HEADERS.dims]: dims.join(','),
      [PICTURE_HEADERS.firstS]: String(firstS),
      [PICTURE_HEADERS.hopS]: String(hopS)
    }
  })
}

function replyWith(reply: Reply<Recording>): Response {
  const status = reply.ok ? 200 : reply.error.code === 'recording-not-found' ? 404 : 400
  return Response.json(reply, { status })
}
