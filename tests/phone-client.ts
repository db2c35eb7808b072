import { createHash, randomBytes } from 'node:crypto'
import { Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent, request as secureRequest } from 'node:https'
import { type PhoneReply, type Upload, type UploadRequest, uploadPath } from '../src/contracts/phone-api'
import { SIGNED_HEADERS } from '../src/contracts/phone-signing'
import { signatureOf, signingKeyOf, tokenOf, wordsOf } from '../src/main/phone/pairing/derive'

/** What came back, as raw as it came. */
export interface Answer<Value> {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  reply: PhoneReply<Value>
}

export interface SignedParts {
  method: string
  path: string
  body?: Buffer
  offset?: number | null
  /** What to say instead of the truth. */
  lie?: Partial<Record<keyof typeof SIGNED_HEADERS, string>>
  /** Cuts the connection after so many bytes of the body. */
  cutAfter?: number
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What a client has otherwise than another. */
export interface ClientOptions {
  maxSockets?: number
  /** The address that it comes from. */
  localAddress?: string
}

/** A phone made of node: the same requests that the page makes. */
export class PhoneClient {
  readonly device = randomBytes(16).toString('hex')
  readonly base: URL
  readonly secret: string
  readonly agent: Agent | PlainAgent
  phoneId = ''
  nonce = ''
  key: Buffer

  /** @param link as scanned */
  constructor(link: string, { maxSockets = 8, localAddress }: ClientOptions = {}) {
    this.base = new URL(link)
    this.secret = this.base.hash.slice(1)
    this.key = signingKeyOf(this.secret, this.device)
    // Whether the certificate is the right one is the business of the tests about certificates.
    const from = { keepAlive: true, maxSockets, ...(localAddress !== undefined && { localAddress }) }
    this.agent =
      this.base.protocol === 'https:' ? new Agent({ ...from, rejectUnauthorized: false }) : new PlainAgent(from)
  }

  get words(): [string, string] {
    return wordsOf(this.secret, this.device)
  }

  send<Value>(
    { method, path, body = Buffer.alloc(0), cutAfter }: Omit<SignedParts, 'lie' | 'offset'>,
    headers: Record<string, string> = {}
  ): Promise<Answer<Value>> {
    const { promise, resolve, reject } = deferred<Answer<Value>>()
    const send = this.base.protocol === 'https:' ? secureRequest : plainRequest
    const outgoing = send(
      new URL(path, this.base),
      { method, agent: this.agent, headers: { 'content-length': String(body.length), ...headers } },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const body = Buffer.concat(chunks)
          const { statusCode: status = 0, headers } = incoming
          resolve({ status, headers, body, reply: parse<Value>(body.toString('utf8')) })
        })
      }
    )
    outgoing.on('error', reject)
    if (cutAfter === undefined) outgoing.end(body)
    else outgoing.write(body.subarray(0, cutAfter), () => outgoing.destroy())
    return promise
  }

  signed<Value>({ method, path, body = Buffer.alloc(0), offset = null, lie = {}, cutAfter }: SignedParts) {
    const request = randomBytes(16).toString('hex')
    const bodySha256 = sha256(body)
    const { phoneId, nonce } = this
    const signature = signatureOf(this.key, {
      method,
      path: `/${path}`,
      phoneId,
      offset,
      length: body.length,
      bodySha256,
      nonce,
      request
    })
    const said = { phone: phoneId, nonce, request, bodySha256, signature, ...lie }
    const headers = Object.fromEntries(
      Object.entries(said).map(([name, value]) => [SIGNED_HEADERS[name as keyof typeof SIGNED_HEADERS], value])
    )
    if (offset !== null) headers[SIGNED_HEADERS.offset] = String(offset)
    return this.send<Value>({ method, path, body, ...(cutAfter !== undefined && { cutAfter }) }, headers)
  }

  async hello(): Promise<void> {
    const { reply } = await this.send<{ nonce: string }>({ method: 'GET', path: 'api/hello' })
    if (reply.ok) this.nonce = reply.value.nonce
  }

  async pair(name = 'Test phone', token = tokenOf(this.secret)): Promise<Answer<{ phoneId: string; state: string }>> {
    await this.hello()
    const body = Buffer.from(JSON.stringify({ token, device: this.device, name }))
    const answer = await this.send<{ phoneId: string; state: string }>({ method: 'POST', path: 'api/pair', body })
    if (answer.reply.ok) this.phoneId = answer.reply.value.phoneId
    return answer
  }

  create(id: string, request: UploadRequest) {
    return this.signed<Upload>({ method: 'PUT', path: uploadPath(id), body: Buffer.from(JSON.stringify(request)) })
  }

  append(id: string, offset: number, body: Buffer, more: Pick<SignedParts, 'lie' | 'cutAfter'> = {}) {
    return this.signed<Upload>({ method: 'PATCH', path: uploadPath(id), body, offset, ...more })
  }

  finish(id: string) {
    return this.signed<Upload>({ method: 'POST', path: `${uploadPath(id)}/finish` })
  }

  ask(id: string) {
    return this.signed<Upload>({ method: 'GET', path: uploadPath(id) })
  }

  /** The whole way of one file, patient where it is asked to be. */
  async upload(
    id: string,
    bytes: Buffer,
    { partBytes = 256 * 1024, ...about }: Partial<UploadRequest> & { partBytes?: number } = {}
  ) {
    const patiently = async <Value>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> => {
      for (;;) {
        // Nobody knows of a connection that the other end has just closed for idleness: the page tries again, too.
        const answer = await ask().catch((error) => {
          if (error.code !== 'ECONNRESET') throw error
          return null
        })
        if (answer && answer.status !== 503) return answer
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    await patiently(() => this.create(id, takeOf(bytes, about)))
    for (let offset = 0; offset < bytes.length; offset += partBytes)
      await patiently(() => this.append(id, offset, bytes.subarray(offset, offset + partBytes)))
    return patiently(() => this.finish(id))
  }

  close(): void {
    this.agent.destroy()
  }
}

/** What a phone says of a take. */
export function takeOf(bytes: Uint8Array, about: Partial<UploadRequest> = {}): UploadRequest {
  return {
    name: 'take.wav',
    bytes: bytes.length,
    sha256: sha256(bytes),
    capture: {
      way: 'worklet',
      browser: 'Chrome 142, Android 16',
      microphone: null,
      sampleRate: 48_000,
      processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: null },
      codec: 'pcm16',
      ended: 'time'
    },
    site: 'MV',
    posture: 'sitting',
    person: '7',
    note: '',
    recordedAt: '2026-03-01T10:00:00.000Z',
    ...about
  }
}

function parse<Value>(text: string): PhoneReply<Value> {
  // A page is no reply; the tests that ask for one look at its headers.
  return text.startsWith('{') ? JSON.parse(text) : { ok: false, error: { code: 'internal', message: text, values: {} } }
}

function deferred<Value>() {
  let resolve!: (value: Value) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
