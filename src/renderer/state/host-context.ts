import { createContext, useContext } from 'react'
import type { Host } from '../api/host'

export const HostContext = createContext<Host | null>(null)

/** @throws {RangeError} outside the window's provider */
export function useHost(): Host {
  const host = useContext(HostContext)
  if (!host) throw new RangeError('no host above this component')
  return host
}
