import type { Page } from 'playwright-core'
import type { SessionDouble } from './session'

type CheckHandler = NonNullable<SessionDouble['checkHandler']>
type Permission = Parameters<CheckHandler>[1]

/** What the web, and with it the DevTools protocol, calls the things that Electron asks the program about. */
const NAMES: readonly { name: string; permission: Permission; mediaType?: 'audio' | 'video' }[] = [
  { name: 'microphone', permission: 'media', mediaType: 'audio' },
  { name: 'camera', permission: 'media', mediaType: 'video' },
  { name: 'geolocation', permission: 'geolocation' },
  { name: 'notifications', permission: 'notifications' },
  { name: 'clipboard-read', permission: 'clipboard-read' },
  { name: 'clipboard-write', permission: 'clipboard-sanitized-write' }
]

/**
 * Makes Chromium give out what the program's own handler gives out, once for the life of the page.
 *
 * @param origin as Chromium knows it
 * @param requester the same as the program knows it
 */
export async function applyPermissions(
  page: Page,
  session: SessionDouble,
  origin: string,
  requester: string
): Promise<void> {
  // Never detached: with the session its settings would go.
  const devtools = await page.context().newCDPSession(page)
  for (const { name, permission, mediaType } of NAMES) {
    const details = { isMainFrame: true, requestingUrl: requester, ...(mediaType !== undefined && { mediaType }) }
    const isGranted = session.checkHandler?.(null, permission, requester, details) ?? true
    const setting = isGranted ? ('granted' as const) : ('denied' as const)
    await devtools.send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}
