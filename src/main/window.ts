import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron'
import { APP_URL } from './app-origin'
import {
  MINIMUM_SIZE,
  type Placement,
  placeWindow,
  readWindowState,
  type WindowState,
  writeWindowState
} from './window-state'

export interface WindowPlaces {
  /** The built preload, one CommonJS file. */
  preload: string
  icon: string
  /** Where the window's place on the screen is kept. */
  state: string
}

/** Under the page until it is drawn, so that a dark window does not flash white: the theme's `surface` role. */
const SURFACE = { light: '#f7f8f9', dark: '#101418' } as const

/**
 * The options of the one window: every wall that Electron offers between the page and the machine stands.
 *
 * Electron's own defaults are written out, so that a test can hold them and a change of a default changes nothing.
 */
export function windowOptions(
  { preload, icon }: Pick<WindowPlaces, 'preload' | 'icon'>,
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

/** Opens the window where it was left and loads the page; it is shown once there is something to see. */
export async function openWindow(places: WindowPlaces): Promise<BrowserWindow> {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const placement = placeWindow(await readWindowState(places.state), screens)
  const window = new BrowserWindow(windowOptions(places, placement, nativeTheme.shouldUseDarkColors))
  if (placement.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // A place that could not be kept costs one drag of the window next time: nothing to tell anybody.
  window.on('close', () => void writeWindowState(places.state, stateOf(window)).catch(() => undefined))
  await window.loadURL(APP_URL)
  return window
}

function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
}
