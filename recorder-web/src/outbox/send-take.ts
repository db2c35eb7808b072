import type { Upload } from '../../../src/contracts/phone-api'
import { type Desktop, DesktopError } from '../desktop/desktop'
import type { Pairing } from '../pairing/pairing'
import type { Take } from './take'

/** A take of ten seconds is one request: each more would cost a round trip of the Wi-Fi, and of a part that breaks off nothing is kept. */
const PART_LENGTH = 1024 * 1024
/** A part that arrives wrong this often is not the connection's fault. */
const MOST_WRONG_HASHES = 3

/**
 * Sends one take, beginning after the bytes that the desktop already has.
 *
 * @returns the upload as the desktop has stored it, its hash compared with this phone's own bytes
 * @throws {DesktopError} what stopped it; it can be called again, and goes on
 */
export async function sendTake(
  desktop: Desktop,
  pairing: Pairing,
  take: Take,
  maxPartBytes: number,
  onFraction: (fraction: number) => void
): Promise<Upload> {
  const bytes = new Uint8Array(take.bytes)
  const partLength = Math.min(PART_LENGTH, maxPartBytes)
  let upload = await desktop.create(pairing, take.id, take.request)
  let wrongHashes = 0
  while (upload.state !== 'stored') {
    onFraction(upload.offset / bytes.length)
    try {
      upload =
        upload.offset < bytes.length
          ? await desktop.append(
              pairing,
              take.id,
              upload.offset,
              bytes.slice(upload.offset, upload.offset + partLength)
            )
          : await desktop.finish(pairing, take.id)
    } catch (error) {
      if (!(error instanceof DesktopError)) throw error
      if (error.code === 'wrong-hash' && ++wrongHashes > MOST_WRONG_HASHES) throw error
      if (error.code === 'no-such-upload') upload = await desktop.create(pairing, take.id, take.request)
      else if (error.code === 'wrong-offset' || error.code === 'wrong-hash')
        upload = await desktop.upload(pairing, take.id)
      else throw error
    }
  }
  if (upload.sha256 !== take.request.sha256) {
    throw new DesktopError('wrong-hash', `the desktop stored ${upload.sha256}, not ${take.request.sha256}`)
  }
  onFraction(1)
  return upload
}
