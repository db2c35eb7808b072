import { CHANNELS, type DesktopApi, type Unsubscribe } from './desktop-api'

/** Carries calls and events between the window and the host, by the names of {@link channels}. */
export interface Transport {
  call(name: string, input: unknown): Promise<unknown>
  listen(name: string, listener: (payload: unknown) => void): Unsubscribe
}

/** {@link DesktopApi} over whatever carries it. */
export function apiOver({ call, listen }: Transport): DesktopApi {
  const api = Object.entries(CHANNELS).map(([domain, methods]) => {
    const made = Object.entries(methods).map(([method, kind]) => {
      const name = `${domain}.${method}`
      return kind === 'call'
        ? [method, (input?: unknown) => call(name, input)]
        : [method, (listener: (payload: unknown) => void) => listen(name, listener)]
    })
    return [domain, Object.fromEntries(made)]
  })
  // The one place where it is believed that the other end keeps to the contract: both ends are made of `CHANNELS`.
  return Object.fromEntries(api)
}
