import { openBrowserDoor } from './browser-door'
import { openDesktopDoor } from './desktop-door'
import type { Door } from './door'

/** Both ways into the same window; what people can do, they can do through either. */
export const DOORS: readonly { name: Door['name']; open: () => Promise<Door> }[] = [
  { name: 'browser', open: openBrowserDoor },
  { name: 'desktop', open: openDesktopDoor }
]
