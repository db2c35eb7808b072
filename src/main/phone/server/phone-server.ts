import { type Code, createCode } from '../pairing/code'
import { addPairRoutes } from '../pairing/pair-routes'
import type { Phones } from '../pairing/phones'
import type { Certificate } from '../trust/certificate'
import { addUploadRoutes } from '../uploads/upload-routes'
import { type Listener, openListener } from './listener'
import type { LocalNetwork } from './local-network'
import { createPhoneApp } from './phone-app'
import type { PhoneContext } from './phone-context'
import { servePhonePage } from './phone-page'
import { onStablePort } from './port'
import { remoteAddressOf } from './remote-address'

/** A server for phones: over HTTPS with everything, or its plain twin, over HTTP, that only takes recordings in. */
export interface PhoneServer extends Listener {
  code: Code
}

export interface PhoneServerOptions extends Omit<PhoneContext, 'scope' | 'code' | 'find' | 'onActivity'> {
  onActivity(phoneId: string): void
  /** Where the port is remembered. */
  folder: string
  recorder: string
  models: string
  phones: Phones
  /** Names and addresses by which phones may call. */
  hosts: () => readonly string[]
  network: LocalNetwork
  /** A connection that takes and gives nothing for so long is closed. */
  socketMs: number
}

/**
 * @param certificate null opens the plain twin
 * @throws {AppError} `busy-port`
 */
export async function openPhoneServer(
  certificate: Certificate | null,
  needs: PhoneServerOptions
): Promise<PhoneServer> {
  const scheme = certificate ? 'https' : 'http'
  const scope = certificate ? 'full' : 'add'
  const code = createCode(scope)
  let know = (_address: string) => {}
  const context: PhoneContext = {
    ...needs,
    scope,
    code,
    onActivity(phoneId, address) {
      know(address)
      needs.onActivity(phoneId)
    },
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
      addPairRoutes(routed, context)
      addUploadRoutes(routed, context)
      servePhonePage(routed, {
        recorder: needs.recorder,
        models: scope === 'full' ? needs.models : null,
        // Over the plain server anybody could put another in its place.
        authority: () => (scope === 'full' ? needs.authority() : null),
        onPage: (request) => needs.visits.note(remoteAddressOf(request.socket), 'page-sent')
      })
    }
  })
  const listener = await onStablePort(needs.folder, scheme, (wanted) =>
    openListener(
      app,
      { certificate, port: wanted, address: needs.network.listenOn, idleMs: needs.socketMs },
      {
        onConnection: (address) => needs.visits.note(address, 'connected'),
        onCertificateRefused: (address) => needs.visits.note(address, 'certificate-refused')
      }
    )
  )
  port = listener.port
  know = listener.know
  return { ...listener, code }
}
