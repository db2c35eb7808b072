import type { AddressInfo, Server } from 'node:net'
import { AppError } from '../core/errors'

/**
 * Has a server listen.
 *
 * @param port 0 takes any that is free
 * @returns the port that it listens on
 * @throws {AppError} `busy-port` where somebody else has it, or the system does not give it out
 */
export function listenOn(server: Server, { port, address }: { port: number; address: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    // Also once it listens: what goes wrong then is one connection's business.
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const isBusy = cause.code === 'EADDRINUSE' || cause.code === 'EACCES'
      reject(isBusy ? new AppError('busy-port', cause.message, { cause, values: { port } }) : cause)
    })
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
  })
}
