import type { Socket } from 'node:net'

/** Connections that a server holds at once. */
export interface SocketLimits {
  most: number
  /** Of those who have not shown that they are paired: the rest is kept for phones that have. */
  mostOfStrangers: number
  mostOfOne: number
}

/** Who holds the connections of a server: strangers make room for phones, the greediest of them first. */
export interface Sockets {
  /** @returns false where there was no room: it is closed */
  admit(socket: Socket, address: string): boolean
  /** A paired phone has signed something there. */
  know(address: string): void
}

/** More addresses than any home or classroom has phones. */
const MOST_KNOWN = 256

export function createSockets({ most, mostOfStrangers, mostOfOne }: SocketLimits): Sockets {
  /** By address, the oldest first. */
  const held = new Map<string, Set<Socket>>()
  const known = new Set<string>()
  const count = (isCounted: (address: string) => boolean) =>
    [...held].reduce((sum, [address, sockets]) => sum + (isCounted(address) ? sockets.size : 0), 0)
  const release = (address: string, socket: Socket) => {
    const sockets = held.get(address)
    sockets?.delete(socket)
    if (sockets?.size === 0) held.delete(address)
  }
  /** @returns whether there was a stranger to close the oldest connection of */
  const makeRoom = (): boolean => {
    const strangers = [...held].filter(([address]) => !known.has(address))
    const [greediest] = strangers.sort(([, a], [, b]) => b.size - a.size)
    const [oldest] = greediest?.[1] ?? []
    if (!greediest || !oldest) return false
    release(greediest[0], oldest)
    oldest.destroy()
    return true
  }
  const hasRoom = (address: string): boolean => {
    if ((held.get(address)?.size ?? 0) >= mostOfOne) return false
    const isFull = count(() => true) >= most
    const isFullOfStrangers = !known.has(address) && count((other) => !known.has(other)) >= mostOfStrangers
    return isFull || isFullOfStrangers ? makeRoom() : true
  }
  return {
    admit(socket, address) {
      if (!hasRoom(address)) {
        socket.destroy()
        return false
      }
      held.set(address, (held.get(address) ?? new Set()).add(socket))
      socket.once('close', () => release(address, socket))
      return true
    },
    know(address) {
      if (known.size < MOST_KNOWN) known.add(address)
    }
  }
}
