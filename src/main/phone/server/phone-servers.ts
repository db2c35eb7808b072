import type { Code } from '../pairing/code'
import { type Authority, dropAuthority, makeAuthority, readAuthority } from '../trust/authority'
import { certificateFor } from '../trust/certificate'
import { advertise } from './advertise'
import { type Address, addressesOf, type Interfaces } from './network'
import { openPhoneServer, type PhoneServer, type PhoneServerOptions } from './phone-server'

/** What tests change: loopback only, any port, nothing on the network. */
export interface DoorTrial {
  interfaces?: () => Interfaces
  listenOn?: string
  port?: number
  advertise?: typeof advertise
}

/** The server over HTTPS and its plain twin, with the addresses that lead to them. */
export interface PhoneServers {
  secure(): PhoneServer | null
  plain(): PhoneServer | null
  /** Of the servers that are open. */
  codes(): Code[]
  addresses(): readonly Address[]
  /** Of the certificate that is shown; null while closed. */
  fingerprint(): string | null
  /** @throws {AppError} `busy-port` */
  open(): Promise<void>
  setPlain(isOn: boolean): Promise<void>
  /** What phones may trust for good; null where it is not offered. */
  authority(): Authority | null
  /** Offers an authority, or takes the offer back; the certificate changes with it. */
  setTrust(isOn: boolean): Promise<void>
  /** Looks whether this computer has moved to another network, and brings the certificate along. */
  refresh(): Promise<void>
  close(): Promise<void>
}

export function createPhoneServers(
  needs: Omit<PhoneServerOptions, 'hosts' | 'authority' | 'port' | 'listenOn'>,
  trial: DoorTrial
): PhoneServers {
  let addresses = addressesOf(trial.interfaces?.())
  let secure: PhoneServer | null = null
  let plain: PhoneServer | null = null
  let fingerprint: string | null = null
  let authority: Authority | null = null
  let silence = () => {}
  const hosts = () => addresses.map(({ host }) => host)
  const all: PhoneServerOptions = {
    ...needs,
    hosts,
    authority: () => authority,
    port: trial.port,
    listenOn: trial.listenOn ?? '0.0.0.0'
  }
  const certificate = async () => {
    authority = await readAuthority(needs.folder)
    const current = await certificateFor(needs.folder, hosts(), Date.now(), authority)
    fingerprint = current.fingerprint
    return current
  }
  return {
    secure: () => secure,
    plain: () => plain,
    codes: () => [secure, plain].flatMap((server) => (server ? [server.code] : [])),
    addresses: () => addresses,
    fingerprint: () => fingerprint,
    async open() {
      if (secure) return
      addresses = addressesOf(trial.interfaces?.())
      secure = await openPhoneServer(await certificate(), all)
      silence = (trial.advertise ?? advertise)({ name: needs.desktop, port: secure.port })
    },
    async setPlain(isOn) {
      if (isOn && secure && !plain) plain = await openPhoneServer(null, all)
      if (isOn || !plain) return
      const closing = plain
      plain = null
      await closing.close()
    },
    authority: () => authority,
    async setTrust(isOn) {
      if (isOn && !(await readAuthority(needs.folder))) await makeAuthority(needs.folder)
      if (!isOn) await dropAuthority(needs.folder)
      if (secure) secure.setCertificate(await certificate())
    },
    async refresh() {
      const found = addressesOf(trial.interfaces?.())
      if (JSON.stringify(found) === JSON.stringify(addresses)) return
      addresses = found
      if (secure) secure.setCertificate(await certificate())
    },
    async close() {
      silence()
      silence = () => {}
      const closing = [secure, plain]
      secure = plain = null
      fingerprint = null
      authority = null
      await Promise.all(closing.map((server) => server?.close()))
    }
  }
}
