/** The scheme behind which the window's page lives: a secure origin of its own, so that nothing is a `file:` page. */
export const APP_SCHEME = 'app'

const APP_HOST = 'ops-fusion'

/** The window's page. */
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`

/**
 * Whether a URL is of the window's own origin.
 *
 * Compared by its parts: `app://ops-fusion@elsewhere/` and `app://ops-fusion.elsewhere/` begin alike.
 */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === ''
}
