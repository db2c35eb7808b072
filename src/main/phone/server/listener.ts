import { createServer as createPlainServer, type ServerOptions } from 'node:http'
import { createServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Express } from 'express'
import { listenOn } from '../../listen'
import type { Certificate } from '../trust/certificate'
import { remoteAddressOf } from './remote-address'
import { createSockets } from './sockets'

/** One address that takes all it can leaves half of them to the others, strangers leave a quarter to paired phones. */
const SOCKETS = { most: 256, mostOfStrangers: 192, mostOfOne: 128 }

const TIMES: ServerOptions = {
  maxHeaderSize: 8192,
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 2000
}

/**
 * TLS 1.3, or what of 1.2 seals and authenticates in one step and forgets its keys: nothing with CBC, nothing that a
 * certificate found later opens. Our certificates are of elliptic curves.
 *
 * @source RFC 9325, section 4.2
 */
const CIPHERS = [
  ...['TLS_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256'],
  ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305']
].join(':')

/** What listens for phones. */
export interface Listener {
  port: number
  /** A paired phone has signed something there. */
  know(address: string): void
  /** Connections made from now on see the new certificate. */
  setCertificate(certificate: Certificate): void
  close(): Promise<void>
}

export interface ListenerEvents {
  onConnection(address: string): void
  onCertificateRefused(address: string): void
}

/**
 * Listens with TLS, or without where there is no certificate.
 *
 * @param port 0 takes any that is free
 * @param idleMs a connection that takes and gives nothing for so long is closed, asked for or not
 * @throws {AppError} `busy-port`
 */
export async function openListener(
  app: Express,
  {
    certificate,
    port,
    address,
    idleMs
  }: { certificate: Certificate | null; port: number; address: string; idleMs: number },
  events: ListenerEvents
): Promise<Listener> {
  const server = certificate
    ? createServer(
        { ...TIMES, ...tlsOf(certificate), minVersion: 'TLSv1.2', ciphers: CIPHERS, handshakeTimeout: 10_000 },
        app
      )
    : createPlainServer(TIMES, app)
  server.setTimeout(idleMs)
  const sockets = createSockets(SOCKETS)
  let latest = ''
  server.on('connection', (socket: Socket) => {
    const from = remoteAddressOf(socket)
    if (!sockets.admit(socket, from)) return
    latest = from
    events.onConnection(from)
  })
  server.on('tlsClientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // The alert by which a browser says that it does not know the certificate. @source RFC 8446, section 6.2
    if (/ALERT_(CERTIFICATE_UNKNOWN|UNKNOWN_CA|BAD_CERTIFICATE)/.test(error.code ?? ''))
      // A closed socket has no address any more: then it is put down to the latest connection.
      events.onCertificateRefused(remoteAddressOf(socket) || latest)
  })
  return {
    port: await listenOn(server, { port, address }),
    know: sockets.know,
    setCertificate(renewed) {
      if ('setSecureContext' in server) server.setSecureContext(tlsOf(renewed))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

function tlsOf({ key, cert }: Certificate): { key: string; cert: string } {
  return { key, cert }
}
