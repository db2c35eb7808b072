import type { RequestHandler } from 'express'
import { Turns } from '../../analysis/turns'
import { remoteAddressOf } from './remote-address'

/** A page is shown as soon with four files at a time as with more. */
const AT_ONCE = 4

/**
 * Sends one address a few files at a time; its other requests wait for their turn.
 *
 * Whoever asks on a hundred connections and reads on none would otherwise have the disk and the encryption work for
 * them alone, until every buffer on the way is full.
 */
export function createFileTurns(): RequestHandler {
  const byAddress = new Map<string, { turns: Turns; users: number }>()
  return (request, response, next) => {
    const address = remoteAddressOf(request.socket)
    const mine = byAddress.get(address) ?? { turns: new Turns(AT_ONCE), users: 0 }
    byAddress.set(address, mine)
    mine.users++
    const gone = new AbortController()
    const closed = new Promise<void>((resolve) => {
      response.once('close', () => {
        gone.abort()
        resolve()
        if (--mine.users === 0) byAddress.delete(address)
      })
    })
    const send = () => {
      next()
      return closed
    }
    // Who has gone before the turn came is sent nothing.
    mine.turns.run(send, gone.signal).catch(() => {})
  }
}
