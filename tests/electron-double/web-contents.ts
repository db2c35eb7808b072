import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import type { Page } from 'playwright-core'
import { cloned } from './ipc-main'
import type { ProtocolDouble } from './protocol'
import type { SessionDouble } from './session'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

type Covered = 'send' | 'isDestroyed' | 'getURL' | 'reload' | 'setWindowOpenHandler'

/** What the main process holds of a page. */
export class WebContentsDouble extends EventEmitter implements Pick<WebContents, Covered> {
  static #lastId = 0
  readonly id = ++WebContentsDouble.#lastId
  readonly session: SessionDouble
  page: Page | null = null
  openHandler: OpenHandler | null = null
  readonly #protocol: ProtocolDouble
  readonly #load: (url: string) => Promise<void>

  constructor(session: SessionDouble, protocol: ProtocolDouble, load: (url: string) => Promise<void>) {
    super()
    this.session = session
    this.#protocol = protocol
    this.#load = load
  }

  send(channel: string, ...args: unknown[]): void {
    const message = { channel, args: cloned(args) }
    const tell = ({ channel, args }: typeof message) =>
      (
        globalThis as unknown as { __electronDoubleTell?: (channel: string, args: unknown[]) => void }
      ).__electronDoubleTell?.(channel, args)
    // A page that is closing or changing hears nothing, in Electron as here.
    this.page?.evaluate(tell, message).catch(() => undefined)
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false
  }

  getURL(): string {
    return this.page === null ? '' : this.#protocol.toApp(this.page.url())
  }

  reload(): void {
    // A load that fails or is overtaken says so by events of its own, not here.
    void this.#load(this.getURL()).catch(() => undefined)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
}
