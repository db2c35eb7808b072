import type { BrowserWindow } from 'electron'
import type { RecordingId } from '../../contracts/recording'
import { toErrorReply } from '../../core/errors'
import type { Host } from '../host'
import { askForPaths, notifyOf, rememberPaths, showError } from './dialogs'
import { tellWindows } from './ipc'
import { recoverPage } from './recovery'
import { followProgress } from './taskbar'
import { openWindow, type WindowPlaces } from './window'

/** The one window: opened when it is asked for, and again after it was closed where the program lives on (macOS). */
export class MainWindow {
  readonly #host: Host
  readonly #places: WindowPlaces
  #opening: Promise<BrowserWindow> | null = null

  constructor(host: Host, places: WindowPlaces) {
    this.#host = host
    this.#places = places
    const progressOf = followProgress()
    host.subscribe(async (event) => {
      const bar = progressOf(event)
      const window = await this.#opening
      if (window?.isDestroyed() !== false) return
      if (bar !== null) window.setProgressBar(bar)
      if (event.domain !== 'library' || event.method !== 'onArrived' || window.isFocused()) return
      const { id } = event.payload
      notifyOf(event.payload, () => void this.#showRecording(id))
    })
  }

  /** Opens the window, or brings it to the front. */
  async show(): Promise<BrowserWindow> {
    this.#opening ??= this.#open()
    const window = await this.#opening
    if (window.isMinimized()) window.restore()
    window.focus()
    return window
  }

  /** Asks for files or a folder and takes them in. */
  async ask(kind: 'files' | 'folder'): Promise<void> {
    await this.take(await askForPaths(await this.show(), kind))
  }

  /** Takes in what a person chose outside the page; what cannot be taken in is said in a dialog of the system. */
  async take(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return
    const window = await this.show()
    try {
      await this.#host.openPaths(paths)
      rememberPaths(paths)
    } catch (thrown) {
      await showError(window, toErrorReply(thrown))
    }
  }

  async #showRecording(id: RecordingId): Promise<void> {
    await this.show()
    tellWindows({ domain: 'library', method: 'onOpened', payload: id })
  }

  async #open(): Promise<BrowserWindow> {
    const window = await openWindow(this.#places)
    recoverPage(window)
    window.once('closed', () => {
      this.#opening = null
    })
    return window
  }
}
