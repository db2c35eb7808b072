import { networkInterfaces } from 'node:os'
import type { Found } from './found'

type Interfaces = ReturnType<typeof networkInterfaces>

/** The addresses at which another device in the same network would find this computer. */
export async function checkNetwork(interfaces: Interfaces = networkInterfaces()): Promise<Found> {
  const addresses = Object.values(interfaces).flatMap((entries) =>
    (entries ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
  )
  if (addresses.length === 0) return { status: 'warning', finding: 'no-address', values: {} }
  return { status: 'ok', finding: 'ok', values: { addresses } }
}
