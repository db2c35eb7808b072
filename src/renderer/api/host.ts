import type { DesktopApi, Unsubscribe } from '../../contracts/desktop-api'

/** What the window talks to, whichever door it came through. */
export interface Host {
  api: DesktopApi
  /** Events may have been missed: whoever mirrors the host loads again. */
  onReconnected(listener: () => void): Unsubscribe
}
