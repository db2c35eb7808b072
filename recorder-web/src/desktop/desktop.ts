import {
  type Hello,
  type Paired,
  PHONE_PATHS,
  type PhoneErrorCode,
  type PhoneReply,
  type StageReport,
  type Upload,
  type UploadRequest,
  uploadPath
} from '../../../src/contracts/phone-api'
import { EMPTY_SHA256 } from '../../../src/contracts/phone-signing'
import { sha256Hex } from '../pairing/mac'
import { type Pairing, signedHeaders } from '../pairing/pairing'

/** A refusal, or no reply at all. */
export class DesktopError extends Error {
  override readonly name = 'DesktopError'

  constructor(
    readonly code: PhoneErrorCode | 'unreachable',
    message: string,
    readonly values: Readonly<Record<string, string | number>> = {},
    readonly retryAfterS = 0
  ) {
    super(message)
  }
}

/** On a LAN a reply takes milliseconds: a request that stalls for so long has lost its connection. */
const STALL_MS = 20_000
/** The same for the smallest request there is. */
const HELLO_STALL_MS = 5000

interface Signed {
  method: 'GET' | 'PUT' | 'PATCH' | 'POST'
  path: string
  body?: Uint8Array<ArrayBuffer>
  offset?: number
  type?: string
}

/** The computer at the other end, by the requests of `phone-api.ts`. */
export class Desktop {
  private nonce: string | null = null

  /** @param base empty for the desktop that this page came from */
  constructor(private readonly base = '') {}

  async hello(): Promise<Hello> {
    const hello = await read<Hello>(await this.reach(PHONE_PATHS.hello, {}, AbortSignal.timeout(HELLO_STALL_MS)))
    this.nonce = hello.nonce
    return hello
  }

  async pair({ token, device }: Pairing, name: string): Promise<Paired> {
    return read(await this.reach(PHONE_PATHS.pair, json('POST', { token, device, name })))
  }

  phone(pairing: Pairing): Promise<Paired> {
    return this.ask(pairing, { method: 'GET', path: PHONE_PATHS.phone })
  }

  /** How far this phone has come; the desktop can do without, so nobody waits for it. */
  tell(pairing: Pairing, told: Omit<StageReport, 'token'>): void {
    const report: StageReport = { ...told, token: pairing.phoneId === null ? pairing.token : '' }
    const body = new TextEncoder().encode(JSON.stringify(report))
    const sent =
      pairing.phoneId === null
        ? this.reach(PHONE_PATHS.stages, json('POST', report))
        : this.send(pairing, { method: 'POST', path: PHONE_PATHS.stages, body, type: 'application/json' })
    sent.catch(() => {})
  }

  create(pairing: Pairing, id: string, request: UploadRequest): Promise<Upload> {
    const body = new TextEncoder().encode(JSON.stringify(request))
    return this.ask(pairing, { method: 'PUT', path: uploadPath(id), body, type: 'application/json' })
  }

  upload(pairing: Pairing, id: string): Promise<Upload> {
    return this.ask(pairing, { method: 'GET', path: uploadPath(id) })
  }

  append(pairing: Pairing, id: string, offset: number, body: Uint8Array<ArrayBuffer>): Promise<Upload> {
    return this.ask(pairing, {
      method: 'PATCH',
      path: uploadPath(id),
      body,
      offset,
      type: 'application/octet-stream'
    })
  }

  finish(pairing: Pairing, id: string): Promise<Upload> {
    return this.ask(pairing, { method: 'POST', path: `${uploadPath(id)}/finish` })
  }

  /** The upload again each time it changes; the stream stays open until it is cancelled. */
  events(pairing: Pairing, id: string, signal: AbortSignal): Promise<Response> {
    return this.send(pairing, { method: 'GET', path: `${uploadPath(id)}/events` }, signal)
  }

  private async ask<Value>(pairing: Pairing, request: Signed): Promise<Value> {
    return read(await this.send(pairing, request))
  }

  /** A nonce grows old while the phone sleeps: then the same is asked once more with a new one. */
  private async send(pairing: Pairing, request: Signed, signal?: AbortSignal): Promise<Response> {
    const response = await this.sendOnce(pairing, request, signal)
    if (response.status !== 401) return response
    const copy = (await response.clone().json()) as PhoneReply<never>
    if (copy.ok || copy.error.code !== 'stale-nonce') return response
    this.nonce = null
    return this.sendOnce(pairing, request, signal)
  }

  private async sendOnce(pairing: Pairing, request: Signed, signal?: AbortSignal): Promise<Response> {
    if (pairing.phoneId === null) throw new DesktopError('not-paired', 'this phone has no id yet')
    const { method, path, body, offset, type } = request
    const nonce = this.nonce ?? (await this.hello()).nonce
    const headers = await signedHeaders(pairing.key, {
      method,
      path: `/${path}`,
      phoneId: pairing.phoneId,
      offset: offset ?? null,
      length: body?.length ?? 0,
      bodySha256: body ? await sha256Hex(body) : EMPTY_SHA256,
      nonce
    })
    return this.reach(
      path,
      { method, headers: type ? { ...headers, 'content-type': type } : headers, body: body ?? null },
      signal
    )
  }

  /** @throws {DesktopError} `unreachable` where nobody replies */
  private async reach(path: string, init: RequestInit, signal = AbortSignal.timeout(STALL_MS)): Promise<Response> {
    try {
      return await fetch(`${this.base}/${path}`, { ...init, signal, cache: 'no-store', credentials: 'omit' })
    } catch (error) {
      throw new DesktopError('unreachable', String(error))
    }
  }
}

function json(method: string, value: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

async function read<Value>(response: Response): Promise<Value> {
  let reply: PhoneReply<Value>
  try {
    reply = (await response.json()) as PhoneReply<Value>
  } catch (error) {
    // Not our program behind this address, or a reply that broke off.
    throw new DesktopError('unreachable', String(error))
  }
  if (reply.ok) return reply.value
  const { code, message, values } = reply.error
  throw new DesktopError(code, message, values, Number(response.headers.get('retry-after')) || 0)
}
