import type { Hello, StageReport } from '../../src/contracts/phone-api'
import { secretBytes } from '../../src/contracts/phone-signing'
import { phoneNameOf } from './capture/browser-name'
import { eraseAll, readAll, write } from './database'
import { type Desktop, DesktopError } from './desktop/desktop'
import { type Pairing, pairingFrom } from './pairing/pairing'

/** How this phone and the desktop stand to each other. */
export type ConnectionState =
  | { is: 'looking' }
  | { is: 'unreachable' }
  | { is: 'unpaired' }
  /** The words are shown on both screens and wait to be confirmed on the desktop. */
  | { is: 'waiting'; words: [string, string] }
  | { is: 'confirmed' }
  | { is: 'refused'; code: string }

const POLL_MS = 1000
const LOOK_AGAIN_MS = 4000

/** Finds the desktop, pairs with it, and notices when it comes and goes. */
export class Connection {
  state: ConnectionState = { is: 'looking' }
  hello: Hello | null = null
  private pairing: Pairing | null = null
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(readonly desktop: Desktop) {
    addEventListener('online', () => void this.look())
    document.addEventListener('visibilitychange', () => document.hidden || void this.look())
  }

  /** @param fragment of the address that was scanned; the caller has taken it out of the address bar already */
  async open(fragment: string): Promise<void> {
    const secret = secretBytes(fragment)
    if (secret) {
      this.pairing = await pairingFrom(secret)
      await this.keep()
    } else {
      this.pairing = (await readAll('pairing').catch(() => [])).at(-1) ?? null
    }
    this.tell('page-running')
    await this.look()
  }

  /** The pairing, once the desktop's user has confirmed it. */
  confirmed(): Pairing | null {
    return this.state.is === 'confirmed' ? this.pairing : null
  }

  /** What the desktop is called, as far as it is known. */
  get name(): string {
    return this.hello?.desktop ?? this.pairing?.desktop ?? ''
  }

  /** True where the browser gives no microphone, or the desktop takes files alone. */
  get takesFilesOnly(): boolean {
    return this.hello?.scope === 'add' || !isSecureContext
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  tell(stage: StageReport['stage'], block: StageReport['block'] = null): void {
    // Who has scanned no code has nothing to tell.
    if (this.pairing) this.desktop.tell(this.pairing, { stage, block })
  }

  /** Asks the desktop how things stand, now. */
  async look(): Promise<void> {
    clearTimeout(this.timer)
    let state: ConnectionState
    try {
      this.hello = await this.desktop.hello()
      state = await this.ask()
    } catch (error) {
      const code = error instanceof DesktopError ? error.code : 'internal'
      if (code === 'not-paired' || code === 'code-expired' || code === 'bad-signature') state = { is: 'refused', code }
      else state = { is: 'unreachable' }
    }
    this.set(state)
    if (document.hidden) return
    if (state.is === 'waiting') this.timer = setTimeout(() => void this.look(), POLL_MS)
    if (state.is === 'unreachable') this.timer = setTimeout(() => void this.look(), LOOK_AGAIN_MS)
  }

  private async ask(): Promise<ConnectionState> {
    const { pairing } = this
    if (!pairing) return { is: 'unpaired' }
    const name = phoneNameOf(navigator.userAgent)
    const paired = pairing.phoneId === null ? await this.desktop.pair(pairing, name) : await this.desktop.phone(pairing)
    if (pairing.phoneId !== paired.phoneId || pairing.desktop !== this.name) {
      this.pairing = { ...pairing, phoneId: paired.phoneId, token: '', desktop: this.name }
      await this.keep()
    }
    return paired.state === 'confirmed' ? { is: 'confirmed' } : { is: 'waiting', words: pairing.words }
  }

  /** One desktop at a time: the latest code is the one that counts. */
  private async keep(): Promise<void> {
    try {
      await eraseAll('pairing')
      if (this.pairing) await write('pairing', this.pairing)
    } catch {
      // A private window keeps nothing: this page is paired for as long as it is open.
    }
  }

  private set(state: ConnectionState): void {
    const isSame = JSON.stringify(state) === JSON.stringify(this.state)
    this.state = state
    if (!isSame) for (const listener of this.listeners) listener()
  }
}
