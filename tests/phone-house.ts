import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HandOverState } from '../src/contracts/hand-over'
import type { Recording, RecordingId } from '../src/contracts/recording'
import { type Library, openLibrary } from '../src/main/library/library'
import { type HandOver, openHandOver, PATIENCE, type Patience } from '../src/main/phone/hand-over'
import type { Interfaces } from '../src/main/phone/server/network'
import { type ClientOptions, PhoneClient } from './phone-client'

/** Loopback that says it is a network: no test leaves this computer. */
export const LOOPBACK: Interfaces = {
  wlan0: [{ address: '127.0.0.1', family: 'IPv4', internal: false, netmask: '255.0.0.0', mac: '', cidr: '127.0.0.1/8' }]
}

/** What a test has otherwise than a person: another network, less patience. */
export type Surroundings = Partial<Patience> & { interfaces?: () => Interfaces }

/** A real hand-over before a real library; only the analysis is left out. */
export interface PhoneHouse {
  handOver: HandOver
  library: Library
  folder: string
  announced: RecordingId[]
  told: HandOverState[]
  /** The library's news, as the pipeline would tell them. */
  change(recording: Recording): void
  /** Ends and starts anew, on the same disk. */
  restart(change?: Surroundings): Promise<void>
  /** A phone that has scanned the code. */
  scan(options?: ClientOptions & { plain?: boolean }): PhoneClient
  /** A phone that has scanned, and was confirmed. */
  pair(options?: ClientOptions & { plain?: boolean; name?: string }): Promise<PhoneClient>
  close(): Promise<void>
}

export async function openPhoneHouse(surroundings: Surroundings = {}): Promise<PhoneHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'ops-fusion-phone-'))
  const listeners = new Set<(recording: Recording) => void>()
  const clients: PhoneClient[] = []
  const start = async ({ interfaces = () => LOOPBACK, ...patience }: Surroundings) => {
    house.library = await openLibrary(join(folder, 'library'))
    house.handOver = await openHandOver({
      folder: join(folder, 'phone'),
      recorder: join(folder, 'recorder'),
      models: join(folder, 'models'),
      takeIn: house.library.add,
      recordings: {
        view: house.library.get,
        onChanged(listener) {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        }
      },
      onChanged: (pairing) => house.told.push(pairing),
      onRecording: (id) => house.announced.push(id),
      network: { interfaces, listenOn: '127.0.0.1', advertise: () => () => {} },
      patience: { ...PATIENCE, ...patience }
    })
    await house.handOver.open()
  }
  const stop = async () => {
    for (const client of clients.splice(0)) client.close()
    await house.handOver.stop()
    house.library.close()
  }
  const house: PhoneHouse = {
    handOver: null as unknown as HandOver,
    library: null as unknown as Library,
    folder,
    announced: [],
    told: [],
    change: (recording) => {
      for (const listener of listeners) listener(recording)
    },
    async restart(change = surroundings) {
      await stop()
      await start(change)
    },
    scan({ plain = false, ...options } = {}) {
      const address = house.handOver.view().addresses.find(({ host }) => host === '127.0.0.1')!
      const client = new PhoneClient((plain ? address.plainLink : address.link)!.url, options)
      clients.push(client)
      return client
    },
    async pair({ name, ...options } = {}) {
      await house.handOver.newCode()
      const client = house.scan(options)
      await client.pair(name)
      await house.handOver.confirm(client.phoneId)
      return client
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    }
  }
  await start(surroundings)
  return house
}
