import { createServer as createPlainServer, type Server as PlainServer, type ServerOptions } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { Socket } from 'node:net'
import type { Express } from 'express'
import { listenOn } from '../../listen'
import type { Certificate } from '../trust/certificate'
import { remoteAddressOf } from './remote-address'

/** Sockets in all, and of one address: one that takes all it can leaves half of them to the others. */
const MAX_SOCKETS = 256
const MAX_SOCKETS_PER_ADDRESS = 128

const TIMES: ServerOptions = {
  maxHeaderSize: 8192,
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 2000
}

/** What listens for phones. */
export interface Listener {
  port: number
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
 * @throws {AppError} `busy-port`
 */
export async function openListener(
  app: Express,
  { certificate, port, address }: { certificate: Certificate | null; port: number; address: string },
  events: ListenerEvents
): Promise<Listener> {
  const server = certificate
    ? createServer({ ...TIMES, ...tlsOf(certificate), minVersion: 'TLSv1.2', handshakeTimeout: 10_000 }, app)
    : createPlainServer(TIMES, app)
  server.maxConnections = MAX_SOCKETS
  let latest = ''
  capSockets(server, (from) => {
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

function capSockets(server: Server | PlainServer, onConnection: (address: string) => void): void {
  const counts = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = remoteAddressOf(socket)
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1
      if (left === 0) counts.delete(address)
      else counts.set(address, left)
    })
    if (count > MAX_SOCKETS_PER_ADDRESS) socket.destroy()
    else onConnection(address)
  })
}

function tlsOf({ key, cert }: Certificate): { key: string; cert: string } {
  return { key, cert }
}
