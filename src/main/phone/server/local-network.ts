import { networkInterfaces } from 'node:os'
import { advertise } from './advertise'
import type { Interfaces } from './network'

/** The network that phones are in, as this computer has it. */
export interface LocalNetwork {
  /** The interfaces of now. */
  interfaces(): Interfaces
  /** The address to listen on. */
  listenOn: string
  /** @returns the undo */
  advertise(service: { name: string; port: number }): () => void
}

/** Every network that this computer is in. */
export const localNetwork: LocalNetwork = { interfaces: networkInterfaces, listenOn: '0.0.0.0', advertise }
