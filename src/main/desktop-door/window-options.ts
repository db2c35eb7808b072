import type { BrowserWindowConstructorOptions } from 'electron'
import { MINIMUM_SIZE, type Placement } from './window-state'

/** Under the page until it is drawn, so that a dark window does not flash white: the theme's `surface` role. */
const SURFACE = { light: '#f4f5f7', dark: '#0e1217' } as const

/**
 * The options of the one window: every isolation that Electron offers between the page and the machine is on.
 *
 * Electron's own defaults are written out, so that a test can hold them and a change of a default changes nothing.
 */
export function windowOptions(
  { preload, icon }: { preload: string; icon: string },
  { width, height, position }: Placement,
  isDark: boolean
): BrowserWindowConstructorOptions {
  return {
    width,
    height,
    ...position,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'OPS Fusion',
    icon,
    backgroundColor: isDark ? SURFACE.dark : SURFACE.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // A recording plays because a person pressed play, in a page that may have been reloaded since.
      autoplayPolicy: 'no-user-gesture-required'
    }
  }
}
