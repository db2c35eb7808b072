import type { DesktopApi, Unsubscribe } from '../../contracts/desktop-api'
import { desktopHost } from './desktop'
import { httpHost } from './http'

/** What the window talks to, whichever door it came through. */
export interface Host {
  api: DesktopApi
  /** Events may have been missed: whoever mirrors the host loads again. */
  onReconnected(listener: () => void): Unsubscribe
}

declare global {
  interface Window {
    /** Put there by the preload, behind the desktop door only. */
    opsFusion?: DesktopApi
  }
}

/** The host behind the door through which this page was opened. */
export function connect(): Host {
  return window.opsFusion ? desktopHost(window.opsFusion) : httpHost(new URL('.', document.baseURI))
}
