import type { HandlerDetails } from 'electron'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { preventable } from './preventable'
import type { ProtocolDouble } from './protocol'
import type { WebContentsDouble } from './web-contents'

/** Asks the program before the page leaves for another origin, and stays where it says so. */
export async function guardNavigation(
  page: Page,
  contents: WebContentsDouble,
  protocol: ProtocolDouble
): Promise<void> {
  const isForeign = (url: URL) => protocol.toApp(url.href) === url.href
  await page.route(isForeign, async (route, request) => {
    if (!request.isNavigationRequest()) return route.continue()
    const isMainFrame = request.frame() === page.mainFrame()
    const event = preventable({ url: request.url(), isSameDocument: false, isMainFrame, frame: null })
    contents.emit('will-frame-navigate', event)
    if (isMainFrame) contents.emit('will-navigate', event)
    return event.defaultPrevented ? route.abort() : route.continue()
  })
}

/** Asks the program about every window that the page would open, and closes what it denies. */
export function guardPopups(
  context: BrowserContext,
  page: Page,
  contents: WebContentsDouble,
  protocol: ProtocolDouble
): void {
  context.on('page', async (popup) => {
    // A link with `noopener` has none; only our own windows are made without a page that asks.
    const opener = await popup.opener()
    if (opener !== null && opener !== page) return
    if (opener === null && popup === contents.page) return
    const url = await firstUrl(popup)
    const details = {
      url: protocol.toApp(url),
      frameName: '',
      features: '',
      disposition: 'foreground-tab'
    } as HandlerDetails
    const { action } = contents.openHandler?.(details) ?? { action: 'allow' }
    if (action === 'deny') await popup.close()
  })
}

async function firstUrl(popup: Page): Promise<string> {
  if (popup.url() !== 'about:blank' && popup.url() !== '') return popup.url()
  const request: Request | null = await popup.waitForEvent('request', { timeout: 1000 }).catch(() => null)
  return request?.url() ?? popup.url()
}
