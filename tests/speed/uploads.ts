import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { wordsFor } from '../../src/words/words'
import { openTerminalHost, type TerminalHost } from '../e2e/phone/terminal-host'
import { PhoneClient, sha256 } from '../phone-client'

const said = wordsFor('en').phone.terminal
export const UPLOADS = { count: 100, bytes: 2 * 2 ** 20 }

export interface UploadFigures {
  /** From the first request of each upload to its acknowledgement. */
  timesMs: number[]
  wallMs: number
  badHashes: number
  /** The host's own process at most; null where the system does not tell. */
  peakMemoryBytes: number | null
}

/** A hundred recordings of 2 MB from one phone at once, into the real program behind real TLS. */
export async function measureUploads(partBytes: number): Promise<UploadFigures> {
  const host = openTerminalHost()
  try {
    const phone = new PhoneClient(await host.link(), { maxSockets: UPLOADS.count })
    await phone.pair('Ann')
    await host.said(said.waiting('Ann', phone.words).trim())
    host.type('yes')
    await host.said(said.confirmed('Ann'))
    const files = Array.from({ length: UPLOADS.count }, () => randomBytes(UPLOADS.bytes))
    const begun = performance.now()
    const uploads = await Promise.all(files.map((bytes) => uploadOnce(phone, bytes, partBytes)))
    const wallMs = performance.now() - begun
    phone.close()
    return {
      timesMs: uploads.map(({ ms }) => ms),
      wallMs,
      badHashes: uploads.filter(({ isSame }) => !isSame).length,
      peakMemoryBytes: peakMemoryOf(host)
    }
  } finally {
    host.close()
  }
}

async function uploadOnce(
  phone: PhoneClient,
  bytes: Buffer,
  partBytes: number
): Promise<{ ms: number; isSame: boolean }> {
  const begun = performance.now()
  const { reply } = await phone.upload(randomUUID(), bytes, { partBytes })
  return { ms: performance.now() - begun, isSame: reply.ok && reply.value.sha256 === sha256(bytes) }
}

/** @source proc(5): VmHWM, kB */
function peakMemoryOf({ pid }: TerminalHost): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}
