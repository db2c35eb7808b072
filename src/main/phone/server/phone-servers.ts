import type { Code } from '../pairing/code'
import { type Authority, dropAuthority, makeAuthority, readAuthority } from '../trust/authority'
import { certificateFor } from '../trust/certificate'
import { type Address, addressesOf } from './network'
import { openPhoneServer, type PhoneServer, type PhoneServerOptions } from './phone-server'

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

export type PhoneServersOptions = Omit<PhoneServerOptions, 'hosts' | 'authority'>

export function createPhoneServers(needs: PhoneServersOptions): PhoneServers {
  const { folder, network } = needs
  let addresses = addressesOf(network.interfaces())
  let secure: PhoneServer | null = null
  let plain: PhoneServer | null = null
  let fingerprint: string | null = null
  let authority: Authority | null = null
  let silence = () => {}
  const hosts = () => addresses.map(({ host }) => host)
  const all: PhoneServerOptions = { ...needs, hosts, authority: () => authority }
  const certificate = async () => {
    authority = await readAuthority(folder)
    const current = await certificateFor(folder, hosts(), Date.now(), authority)
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
      addresses = addressesOf(network.interfaces())
      secure = await openPhoneServer(await certificate(), all)
      silence = network.advertise({ name: needs.desktop, port: secure.port })
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
      if (isOn && !(await readAuthority(folder))) await makeAuthority(folder)
      if (!isOn) await dropAuthority(folder)
      if (secure) secure.setCertificate(await certificate())
    },
    async refresh() {
      const found = addressesOf(network.interfaces())
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
