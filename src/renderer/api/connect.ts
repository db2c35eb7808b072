import type { DesktopApi } from '../../contracts/desktop-api'
import { desktopHost } from './desktop'
import type { Host } from './host'
import { httpHost } from './http'

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
