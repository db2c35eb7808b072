import type { ErrorCode } from '../core/errors'
import type { RecordingState, TakeDetails } from './recording'

/**
 * What a phone may ask of the host over the local network.
 *
 * | request                              | body           | reply             | signed |
 * |--------------------------------------|----------------|-------------------|--------|
 * | `GET  api/hello`                     | -              | {@link Hello}     | no     |
 * | `POST api/pair`                      | PairRequest    | {@link Paired}    | by its token |
 * | `GET  api/phone`                     | -              | {@link Paired}    | yes    |
 * | `POST api/stages`                    | StageReport    | null              | yes, or by its token |
 * | `PUT  api/uploads/<id>`              | UploadRequest  | {@link Upload}    | yes    |
 * | `GET  api/uploads/<id>`              | -              | {@link Upload}    | yes    |
 * | `PATCH api/uploads/<id>`             | bytes          | {@link Upload}    | yes    |
 * | `POST api/uploads/<id>/finish`       | -              | {@link Upload}    | yes    |
 * | `GET  api/uploads/<id>/events`       | -              | event stream of {@link Upload} | yes |
 *
 * Every reply but the event stream is {@link PhoneReply} as JSON. `503` comes with `Retry-After`, seconds.
 * How requests are signed and what is derived from the QR's secret is in `phone-signing.ts`.
 * The plain-HTTP twin has the same requests; there {@link Hello.scope} is `add`, `result` stays null, and there are no
 * events.
 */
export const PHONE_PATHS = {
  hello: 'api/hello',
  pair: 'api/pair',
  phone: 'api/phone',
  stages: 'api/stages',
  uploads: 'api/uploads',
  /** The network and its card, for the analysis that stays on the phone; not there in the scope `add`. */
  graph: 'model/heart-sound.onnx',
  card: 'model/heart-sound.json',
  /** The authority that vouches for this computer, as Android and all others take it, and as iOS does; see `Hello`. */
  authority: 'trust/ops-fusion.crt',
  profile: 'trust/ops-fusion.mobileconfig'
} as const

/** @param id a UUID that the phone chose when the take was made */
export function uploadPath(id: string): string {
  return `${PHONE_PATHS.uploads}/${id}`
}

export type PhoneReply<Value> = { ok: true; value: Value } | { ok: false; error: PhoneError }

/** Every way in which the host refuses a phone. */
export const PHONE_ERROR_CODES = [
  /** 400: not what this page says it is. */
  'invalid-request',
  /** 401: no such phone: it was removed on the desktop, or never paired. Pair again; keep the takes. */
  'not-paired',
  /** 401: the signature is not by this phone's key. */
  'bad-signature',
  /** 401: the nonce is old, or the request was seen before. Ask `hello` for a new nonce and sign again. */
  'stale-nonce',
  /** 403: paired, but nobody has confirmed the words on the desktop yet. */
  'not-confirmed',
  /** 403: another page, another host name, or not in this scope. */
  'not-allowed',
  /** 403: the QR code is over five minutes old, or another phone has used it. */
  'code-expired',
  /** 429: too many wrong tokens; wait for `Retry-After`. */
  'too-many-guesses',
  /** 404: no such upload, or it was given up after a day: create it again. */
  'no-such-upload',
  /** 409: the bytes do not start where the host's end; `offset` in the reply's values says where that is. */
  'wrong-offset',
  /** 409: this id is in use for another file. */
  'upload-differs',
  /** 422: the bytes are not what their hash says; the part was dropped, send it again. */
  'wrong-hash',
  /** 413 */
  'too-large',
  /** 408: the body stopped coming. */
  'too-slow',
  /** 503: come back after `Retry-After`. */
  'busy',
  /** 507 */
  'disk-full',
  /** 500 */
  'internal'
] as const

export type PhoneErrorCode = (typeof PHONE_ERROR_CODES)[number]

export interface PhoneError {
  code: PhoneErrorCode
  /** For developers. */
  message: string
  /** `offset` with `wrong-offset`. */
  values: Readonly<Record<string, string | number>>
}

export interface Hello {
  protocol: 1
  /** The computer's name, as its user knows it. */
  desktop: string
  /** Goes into every signature; good until the host says `stale-nonce`. */
  nonce: string
  /** `full` over HTTPS; `add` over plain HTTP: files can be sent, nothing comes back. */
  scope: 'full' | 'add'
  limits: Limits
  /** The person at the desktop offers an authority that a phone may trust for good. */
  isTrustOffered: boolean
  /** The disk takes a recording of any length now; told before anybody records. */
  hasRoom: boolean
}

/** Told before anybody records. */
export interface Limits {
  /** Of one recording. */
  maxBytes: number
  /** Of one `PATCH`. */
  maxPartBytes: number
  minDurationS: number
  maxDurationS: number
  /** Hz. */
  minSampleRate: number
  maxSampleRate: number
}

export interface PairRequest {
  /** Lower-case hex, see `phone-signing.ts`. Good for one `device`, within five minutes. */
  token: string
  /** 32 lower-case hex digits that the phone draws before it pairs; the same again makes the request a repeat. */
  device: string
  /** What the desktop's list shows, e.g. `Chrome on Android`; at most 60 characters. */
  name: string
}

/** `GET api/phone` is asked every second or so until `confirmed`. */
export interface Paired {
  /** A UUID; goes into every signed request. */
  phoneId: string
  state: 'waiting' | 'confirmed'
  /** As the desktop calls this phone. */
  name: string
}

/** What is told about a recording before its first byte. */
export interface UploadRequest extends TakeDetails {
  /** Of the file; shown, never used as a path; at most 200 characters. */
  name: string
  bytes: number
  /** Of the whole file, lower-case hex. */
  sha256: string
}

/**
 * An upload as the host has it. Creating and finishing may be repeated: the reply is the state of now.
 *
 * The phone may delete its copy only when `state` is `stored` and `sha256` is that of its own bytes.
 */
export interface Upload {
  id: string
  /** Bytes that the host has. */
  offset: number
  bytes: number
  state: 'receiving' | 'stored'
  /** Of the bytes on the desktop's disk; null until they are stored. */
  sha256: string | null
  /** The analysis, as far as it has come; null until stored and in the scope `add`. */
  result: RecordingState | null
}

/** How far a phone has come, in order; the first three are seen by the host, the others told by the phone. */
export const VISIT_STAGES = [
  'connected',
  'certificate-refused',
  'page-sent',
  'page-running',
  'pairing',
  'microphone-asked',
  'microphone-blocked',
  'microphone-allowed',
  'recording',
  'recorded',
  'sending',
  'sent',
  'result-shown'
] as const

export type VisitStage = (typeof VISIT_STAGES)[number]

export const MICROPHONE_BLOCKS = ['insecure', 'denied', 'none', 'in-use', 'unsupported'] as const

export type MicrophoneBlock = (typeof MICROPHONE_BLOCKS)[number]

export interface StageReport {
  stage: VisitStage
  /** With `microphone-blocked`. */
  block: MicrophoneBlock | null
  /** As in {@link PairRequest}, until the phone has its key and signs; then empty. */
  token: string
}

/** What an {@link ErrorCode} of the host is to a phone. */
export const PHONE_ERROR_OF: Partial<Record<ErrorCode, PhoneErrorCode>> = {
  'disk-full': 'disk-full',
  'file-too-large': 'too-large',
  'invalid-request': 'invalid-request',
  'not-allowed': 'not-allowed'
}
