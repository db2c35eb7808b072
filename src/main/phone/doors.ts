import { advertise } from './advertise'
import { type Authority, dropAuthority, makeAuthority, readAuthority } from './authority'
import { certificateFor } from './certificate'
import type { Code } from './codes'
import { type DoorNeeds, openDoor, type PhoneDoor } from './door'
import { type Address, addressesOf, type Interfaces } from './network'

/** What tests change: loopback only, any port, nothing on the network. */
export interface DoorTrial {
  interfaces?: () => Interfaces
  listenOn?: string
  port?: number
  advertise?: typeof advertise
}

/** The door over HTTPS and its plain twin, with the addresses that lead to them. */
export interface Doors {
  secure(): PhoneDoor | null
  plain(): PhoneDoor | null
  /** Of the doors that are open. */
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

export function createDoors(
  needs: Omit<DoorNeeds, 'hosts' | 'authority' | 'port' | 'listenOn'>,
  trial: DoorTrial
): Doors {
  let addresses = addressesOf(trial.interfaces?.())
  let secure: PhoneDoor | null = null
  let plain: PhoneDoor | null = null
  let fingerprint: string | null = null
  let authority: Authority | null = null
  let silence = () => {}
  const hosts = () => addresses.map(({ host }) => host)
  const all: DoorNeeds = {
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
    codes: () => [secure, plain].flatMap((door) => (door ? [door.code] : [])),
    addresses: () => addresses,
    fingerprint: () => fingerprint,
    async open() {
      if (secure) return
      addresses = addressesOf(trial.interfaces?.())
      secure = await openDoor(await certificate(), all)
      silence = (trial.advertise ?? advertise)({ name: needs.desktop, port: secure.port })
    },
    async setPlain(isOn) {
      if (isOn && secure && !plain) plain = await openDoor(null, all)
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
      await Promise.all(closing.map((door) => door?.close()))
    }
  }
}
