import { existsSync } from 'node:fs'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
]

/** The browser that stands in for Electron's: `CHROMIUM_PATH`, else the first one found in its usual place. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM_PATH'] ?? USUAL_PLACES.find(existsSync)
  if (path === undefined)
    throw new Error('Chromium is missing: install it (Debian: apt install chromium) or set CHROMIUM_PATH.')
  return path
}
