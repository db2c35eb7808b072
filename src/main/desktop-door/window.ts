import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_URL } from './app-origin'
import { windowOptions } from './window-options'
import { placeWindow, readWindowState, type WindowState, writeWindowState } from './window-state'

export interface WindowPlaces {
  /** The built preload, one CommonJS file. */
  preload: string
  icon: string
  /** Where the window's place on the screen is kept. */
  state: string
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
