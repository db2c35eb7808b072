import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'
import type { CallLog } from './call-log'
import { preventable } from './preventable'
import { takeSingleInstanceLock } from './single-instance'

interface AppParts {
  name: string
  version: string
  calls: CallLog
  /** Frees what runs outside this process. */
  end(): Promise<unknown>
}

interface Closable {
  close(): void
}

type Covered =
  | 'whenReady'
  | 'isPackaged'
  | 'getVersion'
  | 'getName'
  | 'getPath'
  | 'setPath'
  | 'quit'
  | 'exit'
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
  | 'addRecentDocument'

/** The life of the program: ready, windows, quit, in Electron's order of events. */
export class AppDouble extends EventEmitter implements Pick<App, Covered> {
  readonly isPackaged = false
  /** Every open window; the windows enter and leave themselves. */
  readonly windows = new Set<Closable>()
  readonly #parts: AppParts
  readonly #paths = new Map<string, string>()
  readonly #ready: Promise<void>
  #becomeReady: () => void = () => {}
  #isQuitting = false

  constructor(parts: AppParts) {
    super()
    this.#parts = parts
    this.#ready = new Promise((resolve) => {
      this.#becomeReady = resolve
    })
  }

  becomeReady(): void {
    this.#becomeReady()
    this.emit('ready')
  }

  whenReady = () => this.#ready
  getVersion = () => this.#parts.version
  getName = () => this.#parts.name
  getPath = (name: string) => this.#paths.get(name) ?? join(tmpdir(), 'electron-double', name)
  setPath = (name: string, path: string) => {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} is not there`)
    this.#paths.set(name, path)
  }
  enableSandbox = () => this.#parts.calls.note('app.enableSandbox')
  addRecentDocument = (path: string) => this.#parts.calls.note('app.addRecentDocument', path)

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    return takeSingleInstanceLock(
      this.getPath('userData'),
      { argv: process.argv, folder: process.cwd(), additionalData },
      (from) => this.emit('second-instance', preventable({}), from.argv, from.folder, from.additionalData)
    )
  }

  quit(): void {
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    if (this.windows.size === 0) this.#finish()
    for (const window of this.windows) window.close()
  }

  /** The last window has gone: with the program, or before it. */
  windowsGone(): void {
    if (this.#isQuitting) this.#finish()
    else if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  exit(code = 0): void {
    void this.#parts.end().finally(() => process.exit(code))
  }

  #finish(): void {
    const event = preventable({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) return
    this.emit('quit', preventable({}), 0)
    this.exit(0)
  }
}
