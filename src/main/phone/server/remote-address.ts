import type { Socket } from 'node:net'

/**
 * Who is at the other end of a socket; empty once it has gone.
 *
 * A socket that listens for IPv6 too sees `192.0.2.2` as `::ffff:192.0.2.2`: both are the same phone.
 *
 * @source RFC 4291, section 2.5.5.2
 */
export function remoteAddressOf({ remoteAddress = '' }: Pick<Socket, 'remoteAddress'>): string {
  return remoteAddress.replace(/^::ffff:/, '')
}
