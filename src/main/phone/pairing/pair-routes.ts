import type { Express } from 'express'
import { type Hello, type Paired, PHONE_PATHS } from '../../../contracts/phone-api'
import { parseJson } from '../server/json-body'
import { sendReply } from '../server/phone-app'
import type { PhoneContext } from '../server/phone-context'
import { PHONE_LIMITS } from '../server/phone-limits'
import { pairSchema, stageSchema } from '../server/phone-schemas'
import { Refusal } from '../server/refusal'
import { remoteAddressOf } from '../server/remote-address'
import { authenticate } from './authenticate'
import type { Claim } from './code'

const MAX_JSON_BYTES = 4096

/** The requests of a phone before it sends anything. */
export function addPairRoutes(app: Express, context: PhoneContext): void {
  app.get(`/${PHONE_PATHS.hello}`, (_request, response) => {
    sendReply<Hello>(response, {
      protocol: 1,
      desktop: context.desktop,
      nonce: context.nonces.current(),
      scope: context.scope,
      limits: PHONE_LIMITS,
      isTrustOffered: context.scope === 'full' && context.authority() !== null
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
    context.onActivity(phone.id)
    sendReply<Paired>(response, pairedAs(context, phone.id))
  })

  app.post(`/${PHONE_PATHS.stages}`, async (request, response) => {
    const { stage, block, phoneId } = parseJson(stageSchema, await context.readStranger(request, MAX_JSON_BYTES))
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
  if (context.guesses.count(address)) {
    context.code.withdraw()
    context.onGuessed()
  }
  // The same refusal for a wrong, an old and a missing code: nothing to learn by trying.
  throw new Refusal('code-expired', 'no such code')
}

function pairedAs(context: PhoneContext, phoneId: string): Paired {
  const known = context.find(phoneId)
  if (!known) throw new Refusal('not-paired', 'removed')
  return { phoneId, state: known.isConfirmed ? 'confirmed' : 'waiting', name: known.phone.name }
}
