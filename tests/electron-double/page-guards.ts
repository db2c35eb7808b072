import type { HandlerDetails } from 'electron'
import type { Page } from 'playwright-core'
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
    // 'aborted', and no other failure: the browser would show its own page for it.
    return event.defaultPrevented ? route.abort('aborted') : route.continue()
  })
}

/** Asks the program about every window that the page would open, and closes what it denies. */
export async function guardPopups(page: Page, contents: WebContentsDouble, protocol: ProtocolDouble): Promise<void> {
  const context = page.context()
  let deniedCount = 0
  const devtools = await context.newCDPSession(page)
  await devtools.send('Page.enable')
  devtools.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
    const details = {
      url: protocol.toApp(url),
      frameName: windowName,
      features: windowFeatures.join(),
      disposition: 'foreground-tab'
    } as HandlerDetails
    if (contents.openHandler?.(details).action === 'deny') deniedCount += 1
  })
  context.on('page', (popup) => {
    if (deniedCount === 0) return
    deniedCount -= 1
    void popup.close()
  })
}
