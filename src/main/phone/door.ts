import type { Certificate } from './certificate'
import { type Code, createCode } from './codes'
import { type Listener, listen } from './listener'
import { addPairRoutes, addressOf } from './pair-routes'
import { createPhoneApp } from './phone-app'
import { servePhonePage } from './phone-page'
import type { PhoneRoom } from './phone-room'
import type { Phones } from './phones'
import { onStablePort } from './port'
import { addUploadRoutes } from './upload-routes'

/** A door for phones: over HTTPS with everything, or its plain twin that only takes in. */
export interface PhoneDoor extends Listener {
  code: Code
}

export interface DoorNeeds extends Omit<PhoneRoom, 'scope' | 'code' | 'find'> {
  /** Where the port is remembered. */
  folder: string
  recorder: string
  models: string
  phones: Phones
  /** Names and addresses by which phones may call. */
  hosts: () => readonly string[]
  /** Given by tests: any free port, and nothing remembered. */
  port?: number | undefined
  listenOn: string
}

/**
 * @param certificate null opens the plain twin
 * @throws {AppError} `busy-port`
 */
export async function openDoor(certificate: Certificate | null, needs: DoorNeeds): Promise<PhoneDoor> {
  const scheme = certificate ? 'https' : 'http'
  const scope = certificate ? 'full' : 'add'
  const code = createCode(scope)
  const room: PhoneRoom = {
    ...needs,
    scope,
    code,
    find(phoneId) {
      const phone = needs.phones.get(phoneId)
      if (phone?.scope === scope) return { phone, isConfirmed: true }
      const claim = code.claim()
      return claim?.phone.id === phoneId ? { phone: claim.phone, isConfirmed: false } : null
    }
  }
  let port = 0
  const app = createPhoneApp({
    scheme,
    isOurs: (host) => needs.hosts().some((name) => host.toLowerCase() === `${name}:${port}`),
    routes(routed) {
      addPairRoutes(routed, room)
      addUploadRoutes(routed, room)
      servePhonePage(routed, {
        recorder: needs.recorder,
        models: scope === 'full' ? needs.models : null,
        // Over the plain door anybody could put another in its place.
        authority: () => (scope === 'full' ? needs.authority() : null),
        onPage: (request) => needs.stages.note(addressOf(request), 'page-sent')
      })
    }
  })
  const listener = await onStablePort(needs.folder, scheme, needs.port, (wanted) =>
    listen(
      app,
      { certificate, port: wanted, address: needs.listenOn },
      {
        onConnection: (address) => needs.stages.note(address, 'connected'),
        onCertificateRefused: (address) => needs.stages.note(address, 'certificate-refused')
      }
    )
  )
  port = listener.port
  return { ...listener, code }
}
