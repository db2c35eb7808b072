import type { DesktopApi, Unsubscribe } from './desktop-api'

type EventOf<D extends keyof DesktopApi, M extends keyof DesktopApi[D]> = DesktopApi[D][M] extends (
  listener: (payload: infer Payload) => void
) => Unsubscribe
  ? { domain: D; method: M; payload: Payload }
  : never

/** What the host tells every window that listens: one of the `onX` of {@link DesktopApi}, with what it is given. */
export type HostEvent = {
  [D in keyof DesktopApi]: { [M in keyof DesktopApi[D]]: EventOf<D, M> }[keyof DesktopApi[D]]
}[keyof DesktopApi]

/** Tells every window that listens. */
export type Publish = (event: HostEvent) => void
