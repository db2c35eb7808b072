import type { Express, Request } from 'express'
import { type Hello, type Limits, type Paired, PHONE_PATHS } from '../../contracts/phone-api'
import { DEFAULT_LIMITS } from '../decode/limits'
import { authenticate } from './authenticate'
import type { Claim } from './codes'
import { parseJson } from './json-body'
import { answer } from './phone-app'
import type { PhoneRoom } from './phone-room'
import { pairSchema, stageSchema } from './phone-schemas'
import { Refusal } from './refusal'

const MAX_JSON_BYTES = 4096

/** What can be taken in and made sense of, told before anybody records. */
export const PHONE_LIMITS: Limits = {
  maxBytes: DEFAULT_LIMITS.maxFileBytes,
  maxPartBytes: 2 ** 20,
  minDurationS: 2,
  maxDurationS: DEFAULT_LIMITS.maxDurationS,
  minSampleRate: 500,
  maxSampleRate: 192_000
}

/** The requests of a phone before it sends anything. */
export function addPairRoutes(app: Express, room: PhoneRoom): void {
  app.get(`/${PHONE_PATHS.hello}`, (_request, response) => {
    answer<Hello>(response, {
      protocol: 1,
      desktop: room.desktop,
      nonce: room.nonces.current(),
      scope: room.scope,
      limits: PHONE_LIMITS,
      isTrustOffered: room.scope === 'full' && room.authority() !== null
    })
  })

  app.post(`/${PHONE_PATHS.pair}`, async (request, response) => {
    const address = addressOf(request)
    // Before the body is read: guessing must cost us less than it costs them.
    if (!room.guesses.isOpen(address)) throw new Refusal('too-many-guesses', 'wait')
    const asked = parseJson(pairSchema, await room.readStranger(request, MAX_JSON_BYTES))
    const claim = useCode(room, asked, address)
    room.stages.note(address, 'pairing', { phoneId: claim.phone.id })
    room.onChanged()
    answer<Paired>(response, pairedAs(room, claim.phone.id))
  })

  app.get(`/${PHONE_PATHS.phone}`, (request, response) => {
    const { phone } = authenticate(request, request.path, room)
    room.onActivity(phone.id)
    answer<Paired>(response, pairedAs(room, phone.id))
  })

  app.post(`/${PHONE_PATHS.stages}`, async (request, response) => {
    const { stage, block, phoneId } = parseJson(stageSchema, await room.readStranger(request, MAX_JSON_BYTES))
    room.stages.note(addressOf(request), stage, { block, phoneId })
    answer(response, null)
  })
}

function useCode(room: PhoneRoom, asked: { token: string; device: string; name: string }, address: string): Claim {
  const claim = room.code.use({ ...asked, name: asked.name || 'Phone' }, address)
  if (claim) return claim
  if (room.guesses.count(address)) {
    room.code.withdraw()
    room.onGuessed()
  }
  // The same answer for a wrong, an old and a missing code: nothing to learn by trying.
  throw new Refusal('code-expired', 'no such code')
}

function pairedAs(room: PhoneRoom, phoneId: string): Paired {
  const known = room.find(phoneId)
  if (!known) throw new Refusal('not-paired', 'removed')
  return { phoneId, state: known.isConfirmed ? 'confirmed' : 'waiting', name: known.phone.name }
}

/** IPv4 in IPv6's clothes is the same phone. */
export function addressOf({ socket }: Pick<Request, 'socket'>): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}
