import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal'
import { remoteAddressOf } from './remote-address'

/**
 * Reads the body of a request, whole, never longer than it said.
 *
 * @param maxBytes refused unread above this
 * @throws {Refusal} `too-large`, `too-slow`, `busy`, and `invalid-request` for a body without a length
 */
export type ReadBody = (request: IncomingMessage, maxBytes: number) => Promise<Buffer>

/**
 * A reader that holds only so many bodies at once: what is full for strangers must not be full for paired phones.
 *
 * @param most in all
 * @param mostOfOne of one address
 * @param stallMs a body that stops for this long is given up
 */
export function createBodyReader({
  most,
  mostOfOne,
  stallMs
}: {
  most: number
  mostOfOne: number
  stallMs: number
}): ReadBody {
  const open: string[] = []
  return async (request, maxBytes) => {
    const length = lengthOf(request)
    if (length > maxBytes) throw new Refusal('too-large', `more than ${maxBytes} bytes`, { maxBytes })
    if (length === 0) return Buffer.alloc(0)
    const from = remoteAddressOf(request.socket)
    if (open.length >= most || open.filter((address) => address === from).length >= mostOfOne)
      throw new Refusal('busy', 'too many at once')
    open.push(from)
    try {
      return await collect(request, length, stallMs)
    } finally {
      open.splice(open.indexOf(from), 1)
    }
  }
}

/** @throws {Refusal} `invalid-request` for a body that comes in chunks of unknown number */
export function lengthOf({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) throw new Refusal('invalid-request', 'a length is needed')
  return Number(headers['content-length'] ?? 0)
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function collect(request: IncomingMessage, length: number, stallMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.allocUnsafe(length)
    let at = 0
    // A part must come in ten times the pause that is allowed within it: a byte now and then does not keep it open.
    const deadline = setTimeout(() => end(slow()), 10 * stallMs)
    let stall = setTimeout(() => end(slow()), stallMs)
    const end = (failure: Error | null) => {
      clearTimeout(deadline)
      clearTimeout(stall)
      request.off('data', take)
      if (failure) reject(failure)
      else resolve(bytes)
    }
    const take = (chunk: Buffer) => {
      // Node cuts a body off at the length it said, so it fits.
      at += chunk.copy(bytes, at)
      clearTimeout(stall)
      stall = setTimeout(() => end(slow()), stallMs)
    }
    request.on('data', take)
    request.once('end', () => end(at === length ? null : new Refusal('invalid-request', 'the body ended early')))
    request.once('close', () => end(new Refusal('invalid-request', 'the connection closed')))
    request.once('error', (cause) => end(cause))
  })
}

function slow(): Refusal {
  return new Refusal('too-slow', 'the body stopped coming')
}
