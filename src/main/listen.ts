import type { AddressInfo, Server } from 'node:net'
import { AppError, type ErrorCode } from '../core/errors'

const CODES: Readonly<Record<string, ErrorCode>> = { EADDRINUSE: 'busy-port', EACCES: 'port-not-allowed' }

/**
 * Has a server listen.
 *
 * @param port 0 takes any that is free
 * @returns the port that it listens on
 * @throws {AppError} `busy-port` where somebody else has it, `port-not-allowed` where the system does not give it out
 */
export function listenOn(server: Server, { port, address }: { port: number; address: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    // Also once it listens: what goes wrong then is one connection's business.
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const code = CODES[cause.code ?? '']
      reject(code ? new AppError(code, cause.message, { cause, values: { port } }) : cause)
    })
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
  })
}
