import type { IncomingMessage } from 'node:http'
import { SIGNED_HEADERS } from '../../../contracts/phone-signing'
import { isSameSecret } from '../../secret'
import { lengthOf, type ReadBody, sha256Of } from '../server/body'
import { signedSchema } from '../server/phone-schemas'
import { Refusal } from '../server/refusal'
import { signatureOf } from './derive'
import type { Nonces } from './nonces'
import type { Phone } from './phones'

/** What a request proved before a byte of its body was read. */
export interface Signed {
  phone: Phone
  isConfirmed: boolean
  offset: number | null
  /** The body must have this hash. */
  bodySha256: string
}

/**
 * Who signed a request.
 *
 * @param path with its leading slash and without a query, as the phone sent it
 * @throws {Refusal} `invalid-request`, `not-paired`, `bad-signature`, `stale-nonce`
 */
export function authenticate(
  request: IncomingMessage,
  path: string,
  { find, nonces }: { find: (phoneId: string) => { phone: Phone; isConfirmed: boolean } | null; nonces: Nonces }
): Signed {
  const header = (name: keyof typeof SIGNED_HEADERS) => request.headers[SIGNED_HEADERS[name]] ?? null
  const said = signedSchema.safeParse({
    phoneId: header('phone'),
    nonce: header('nonce'),
    request: header('request'),
    offset: header('offset'),
    bodySha256: header('bodySha256'),
    signature: header('signature')
  })
  if (!said.success) throw new Refusal('invalid-request', 'not signed')
  const { phoneId, nonce, offset, bodySha256, signature } = said.data
  const known = find(phoneId)
  if (!known) throw new Refusal('not-paired', 'no such phone')
  const wanted = signatureOf(Buffer.from(known.phone.key, 'base64url'), {
    method: request.method ?? '',
    path,
    phoneId,
    offset,
    length: lengthOf(request),
    bodySha256,
    nonce,
    request: said.data.request
  })
  if (!isSameSecret(signature, wanted)) throw new Refusal('bad-signature', 'not signed by this phone')
  if (!nonces.accept(nonce, phoneId, said.data.request)) throw new Refusal('stale-nonce', 'ask for a new nonce')
  return { ...known, offset, bodySha256 }
}

/**
 * The body of a request, once it is the one that was signed.
 *
 * @throws {Refusal} as {@link ReadBody}, and `wrong-hash`
 */
export async function signedBody(
  request: IncomingMessage,
  { bodySha256 }: Signed,
  maxBytes: number,
  { readSigned }: { readSigned: ReadBody }
): Promise<Buffer> {
  const body = await readSigned(request, maxBytes)
  if (sha256Of(body) !== bodySha256) throw new Refusal('wrong-hash', 'the body is not the one that was signed')
  return body
}
