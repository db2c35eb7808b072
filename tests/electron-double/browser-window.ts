import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { Page, Frame as PageFrame } from 'playwright-core'
import type { AppDouble } from './app'
import type { CallLog } from './call-log'
import type { Chromium } from './chromium'
import type { Frame, IpcMainDouble } from './ipc-main'
import type { NativeThemeDouble } from './native-theme'
import { guardNavigation, guardPopups } from './page-guards'
import { applyPermissions } from './page-permissions'
import { preventable } from './preventable'
import type { ProtocolDouble } from './protocol'
import type { SessionDouble } from './session'
import { WebContentsDouble } from './web-contents'

const PRELOAD_WORLD = readFileSync(new URL('./preload-world.js', import.meta.url), 'utf8')

export interface WindowParts {
  app: AppDouble
  chromium: Chromium
  ipcMain: IpcMainDouble
  nativeTheme: NativeThemeDouble
  protocol: ProtocolDouble
  session: SessionDouble
  calls: CallLog
}

type Covered =
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'setProgressBar'
  | 'show'

/** The class of windows of one program: each is a real page of Chromium with the preload put in first. */
export function browserWindowClass({ app, chromium, ipcMain, nativeTheme, protocol, session, calls }: WindowParts) {
  return class BrowserWindowDouble extends EventEmitter implements Pick<BrowserWindow, Covered> {
    static #lastId = 0
    static getAllWindows = () => [...app.windows] as BrowserWindowDouble[]
    readonly id = ++BrowserWindowDouble.#lastId
    readonly options: BrowserWindowConstructorOptions
    readonly webContents: WebContentsDouble
    #opening: Promise<Page>
    #isVisible: boolean
    #isMaximized = false
    #isClosing = false

    constructor(options: BrowserWindowConstructorOptions = {}) {
      super()
      calls.note('BrowserWindow', options)
      this.options = options
      this.#isVisible = options.show !== false
      this.webContents = new WebContentsDouble(session, protocol, (url) => this.#loadAgain(url))
      app.windows.add(this)
      app.emit('web-contents-created', preventable({}), this.webContents)
      this.#opening = this.#open()
      nativeTheme.on('updated', () => void this.#followTheme())
    }

    async loadURL(url: string): Promise<void> {
      calls.note('loadURL', url)
      const page = await this.#opening
      const pageUrl = protocol.toPage(url)
      await applyPermissions(page, session, new URL(pageUrl).origin, url)
      await page.goto(pageUrl, { waitUntil: 'load' })
      if (process.env['ELECTRON_DOUBLE_SAYS']) process.stdout.write(`${url} is open\n`)
      this.webContents.emit('dom-ready', preventable({}))
      this.emit('ready-to-show', preventable({}))
      this.webContents.emit('did-finish-load', preventable({}))
    }

    close(): void {
      const event = preventable({})
      this.emit('close', event)
      if (event.defaultPrevented) return
      this.#isClosing = true
      this.destroy()
    }

    destroy(): void {
      void this.#opening.then((page) => page.close())
    }

    show(): void {
      this.#isVisible = true
    }

    setProgressBar(progress: number): void {
      calls.note('setProgressBar', progress)
    }

    maximize(): void {
      this.#isMaximized = true
    }

    getNormalBounds(): Rectangle {
      const { x = 0, y = 0, width = 800, height = 600 } = this.options
      return { x, y, width, height }
    }

    focus = () => calls.note('focus')
    restore = () => {}
    isFocused = () => true
    isDestroyed = () => !app.windows.has(this)
    isMaximized = () => this.#isMaximized
    isMinimized = () => false
    isVisible = () => this.#isVisible

    async #open(): Promise<Page> {
      await protocol.listen()
      const { width = 800, height = 600 } = this.options
      const context = await chromium.context({ width, height })
      const unused = context.pages().find((page) => page.url() === 'about:blank')
      const page = unused ?? (await context.newPage())
      this.webContents.page = page
      await this.#furnish(page)
      return page
    }

    async #furnish(page: Page): Promise<void> {
      await page.exposeBinding('__electronDoubleCall', ({ frame }, channel: string, args: unknown[]) =>
        ipcMain.invoke(channel, args, this.#frame(frame), this.webContents)
      )
      const { preload, contextIsolation = true } = this.options.webPreferences ?? {}
      const source = preload === undefined ? '' : readFileSync(preload, 'utf8')
      const options = JSON.stringify({ contextIsolation, platform: process.platform })
      const world = PRELOAD_WORLD.slice(PRELOAD_WORLD.indexOf(';(') + 1).trim()
      const asFunction = `function (require, module, exports, process) {\n${source}\n}`
      await page.addInitScript({ content: `(${world})(${options}, ${asFunction})` })
      await guardNavigation(page, this.webContents, protocol)
      await guardPopups(page, this.webContents, protocol)
      page.on('crash', () =>
        this.webContents.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 5 })
      )
      page.once('close', () => this.#closed(page))
      await this.#followTheme()
    }

    /** A crashed page is of no use any more: the window gets another one. */
    async #loadAgain(url: string): Promise<void> {
      const old = await this.#opening
      const context = old.context()
      this.#opening = context.newPage().then(async (page) => {
        this.webContents.page = page
        await this.#furnish(page)
        return page
      })
      await this.loadURL(url)
      await old.close()
    }

    #frame(frame: PageFrame): Frame {
      const parent = frame.parentFrame()
      return { url: protocol.toApp(frame.url()), parent: parent === null ? null : this.#frame(parent) }
    }

    async #followTheme(): Promise<void> {
      const colorScheme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
      await this.webContents.page?.emulateMedia({ colorScheme }).catch(() => undefined)
    }

    #closed(page: Page): void {
      if (this.webContents.page !== page || !app.windows.has(this)) return
      if (!this.#isClosing) this.emit('close', preventable({}))
      app.windows.delete(this)
      this.emit('closed')
      if (app.windows.size === 0) app.windowsGone()
    }
  }
}
