import { type Session, shell, type WebContents } from 'electron'
import { isOurs } from './app-origin'
import { isPermitted } from './permissions'

/**
 * Keeps a page where it is: it neither leaves our origin, nor opens a window, nor embeds another page.
 *
 * @param isGood whether the person's own program may be opened with an address
 * @see https://www.electronjs.org/docs/latest/tutorial/security, rules 11 to 15
 */
export function guardContents(contents: WebContents, isGood: (url: string) => Promise<boolean>): void {
  const stay = (event: { url: string; preventDefault(): void }) => {
    if (!isOurs(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    // A system that knows no program for an address says so itself.
    void isGood(url)
      .then((yes) => (yes ? shell.openExternal(url) : undefined))
      .catch(() => {})
    return { action: 'deny' }
  })
}

/** Puts {@link isPermitted} before everything that a page can ask a session for; both handlers are needed, or Chromium's defaults hold. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    decide(isPermitted({ permission, requester: details.requestingUrl, isMainFrame: details.isMainFrame, media }))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isPermitted({
      permission,
      requester: requestingOrigin,
      isMainFrame: details.isMainFrame,
      media: details.mediaType === undefined ? [] : [details.mediaType]
    })
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null))
}
