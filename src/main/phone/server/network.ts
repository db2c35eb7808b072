import { hostname, type networkInterfaces } from 'node:os'
import type { PhoneAddress } from '../../../contracts/hand-over'

export type Interfaces = ReturnType<typeof networkInterfaces>

/** An address of this computer, without the links that a code adds to it. */
export type Address = Pick<PhoneAddress, 'host' | 'kind' | 'interface'>

/** Names that container and machine software gives its bridges. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vmenet|vboxnet|vethernet|lxc|lxd|cni|flannel|podman|bridge\d)|virtual|vmware/i
const VPN = /^(tun|tap|wg|ppp|utun|ipsec|tailscale|zt|nordlynx|proton)|vpn|wireguard|zerotier|anyconnect/i

/**
 * Where another device may find this computer: its IPv4 addresses and its mDNS name.
 *
 * A phone in the same Wi-Fi reaches a private address of a real interface; bridges and tunnels lead elsewhere and
 * come last, in case somebody knows better.
 */
export function addressesOf(interfaces: Interfaces, host = hostname()): Address[] {
  const found = Object.entries(interfaces).flatMap(([name, entries]) =>
    (entries ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }): Address => ({ host: address, kind: kindOf(name, address), interface: name }))
  )
  const local = localName(host)
  const named: Address[] = local && found.length > 0 ? [{ host: local, kind: 'name', interface: '' }] : []
  return [...found, ...named].sort((a, b) => rankOf(a) - rankOf(b))
}

/** `<host>.local`, by which mDNS knows this computer; null where its name is none that a URL can hold. */
export function localName(host = hostname()): string | null {
  const label = host.split('.')[0]?.toLowerCase() ?? ''
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label) && label !== 'localhost' ? `${label}.local` : null
}

function kindOf(name: string, address: string): PhoneAddress['kind'] {
  // Shared address space is what overlay networks hand out; link-local means that nobody handed out any.
  if (VPN.test(name) || inRange(address, [100, 64], [100, 127])) return 'vpn'
  if (VIRTUAL.test(name) || address.startsWith('169.254.')) return 'virtual'
  return 'network'
}

function rankOf({ host, kind }: Address): number {
  if (kind === 'network') return isPrivate(host) ? 0 : 1
  return { name: 2, virtual: 3, vpn: 4 }[kind]
}

/** @source RFC 1918 */
function isPrivate(address: string): boolean {
  return address.startsWith('192.168.') || address.startsWith('10.') || inRange(address, [172, 16], [172, 31])
}

function inRange(address: string, [first, low]: [number, number], [, high]: [number, number]): boolean {
  const [a = -1, b = -1] = address.split('.').map(Number)
  return a === first && b >= low && b <= high
}
