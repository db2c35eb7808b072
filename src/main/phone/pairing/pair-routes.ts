import type { Express, Request } from 'express'
import { type Hello, type Paired, PHONE_PATHS, type StageReport } from '../../../contracts/phone-api'
import { SIGNED_HEADERS } from '../../../contracts/phone-signing'
import { parseJson } from '../server/json-body'
import { sendReply } from '../server/phone-app'
import type { PhoneContext } from '../server/phone-context'
import { PHONE_LIMITS } from '../server/phone-limits'
import { pairSchema, stageSchema } from '../server/phone-schemas'
import { Refusal } from '../server/refusal'
import { remoteAddressOf } from '../server/remote-address'
import { authenticate, signedBody } from './authenticate'
import type { Claim } from './code'

const MAX_JSON_BYTES = 4096

/** The requests of a phone before it sends anything. */
export function addPairRoutes(app: Express, context: PhoneContext): void {
  app.get(`/${PHONE_PATHS.hello}`, async (_request, response) => {
    sendReply<Hello>(response, {
      protocol: 1,
      desktop: context.desktop,
      nonce: context.nonces.current(),
      scope: context.scope,
      limits: PHONE_LIMITS,
      isTrustOffered: context.scope === 'full' && context.authority() !== null,
      hasRoom: await context.uploads.hasRoom()
    })
  })

  app.post(`/${PHONE_PATHS.pair}`, async (request, response) => {
    const address = remoteAddressOf(request.socket)
    // Before the body is read: a wrong guess must cost us less than whoever makes it.
    if (!context.guesses.isOpen(address)) throw new Refusal('too-many-guesses', 'wait')
    const asked = parseJson(pairSchema, await context.readStranger(request, MAX_JSON_BYTES))
    const claim = useCode(context, asked, address)
    context.visits.note(address, 'pairing', { phoneId: claim.phone.id })
    context.onChanged()
    sendReply<Paired>(response, pairedAs(context, claim.phone.id))
  })

  app.get(`/${PHONE_PATHS.phone}`, (request, response) => {
    const { phone } = authenticate(request, request.path, context)
    context.onActivity(phone.id, remoteAddressOf(request.socket))
    sendReply<Paired>(response, pairedAs(context, phone.id))
  })

  app.post(`/${PHONE_PATHS.stages}`, async (request, response) => {
    const { stage, block, phoneId } = await reportOf(request, context)
    context.visits.note(remoteAddressOf(request.socket), stage, { block, phoneId })
    sendReply(response, null)
  })
}

function useCode(
  context: PhoneContext,
  asked: { token: string; device: string; name: string },
  address: string
): Claim {
  const claim = context.code.use({ ...asked, name: asked.name || 'Phone' })
  if (claim) return claim
  context.guesses.count(address)
  // The same refusal for a wrong, an old and a missing code: nothing to learn by trying.
  throw new Refusal('code-expired', 'no such code')
}

/** What a phone tells of itself, signed where it has its key, else with the token of the code that it scanned. */
async function reportOf(
  request: Request,
  context: PhoneContext
): Promise<Pick<StageReport, 'stage' | 'block'> & { phoneId: string | null }> {
  if (request.headers[SIGNED_HEADERS.signature] !== undefined) {
    const signed = authenticate(request, request.path, context)
    const body = await signedBody(request, signed, MAX_JSON_BYTES, context)
    return { ...parseJson(stageSchema, body), phoneId: signed.phone.id }
  }
  const { token, ...report } = parseJson(stageSchema, await context.readStranger(request, MAX_JSON_BYTES))
  if (!context.code.isOf(token)) throw new Refusal('not-paired', 'scan the code first')
  return { ...report, phoneId: null }
}

function pairedAs(context: PhoneContext, phoneId: string): Paired {
  const known = context.find(phoneId)
  if (!known) throw new Refusal('not-paired', 'removed')
  return { phoneId, state: known.isConfirmed ? 'confirmed' : 'waiting', name: known.phone.name }
}
