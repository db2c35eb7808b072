import type { PhoneErrorCode, Upload } from '../../../src/contracts/phone-api'
import { type Desktop, DesktopError } from '../desktop/desktop'
import type { Pairing } from '../pairing/pairing'
import type { Outbox } from './outbox'
import { sendTake } from './send-take'
import type { Take } from './take'

/** How far the sending of one take has come. */
export type Sending =
  | { step: 'waiting'; why: PhoneErrorCode | 'unreachable' | 'turn' }
  | { step: 'sending'; fraction: number }
  | { step: 'stored'; upload: Upload }
  | { step: 'refused'; code: PhoneErrorCode }

/** Refusals that no repetition mends: the person has to do something first. */
const FINAL: readonly string[] = ['too-large', 'upload-differs', 'invalid-request', 'not-allowed', 'bad-signature']
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000

interface Link {
  desktop: Desktop
  /** Null while there is none, or not yet confirmed. */
  pairing: () => Pairing | null
  maxPartBytes: () => number
  /** The desktop did not answer, or not as it should: whoever shows how things stand should look again. */
  onTrouble(): void
}

/** Sends what is queued, one at a time, for as long as it takes; nothing leaves the outbox but what has arrived. */
export class Sender {
  private readonly states = new Map<string, Sending>()
  private readonly listeners = new Set<() => void>()
  private isRunning = false
  private wake: () => void = () => {}

  constructor(
    private readonly outbox: Outbox,
    private readonly link: Link
  ) {
    addEventListener('online', () => this.start())
    document.addEventListener('visibilitychange', () => this.start())
  }

  stateOf(id: string): Sending {
    return this.states.get(id) ?? { step: 'waiting', why: 'turn' }
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Begins, or goes on at once where it was pausing. */
  start(): void {
    this.wake()
    if (this.isRunning || document.visibilityState === 'hidden') return
    this.isRunning = true
    this.run().finally(() => {
      this.isRunning = false
    })
  }

  /** Sends again what had been refused: because the person asked, or because the phone was paired anew. */
  retry(id?: string): void {
    for (const [known, { step }] of this.states) {
      if (step === 'refused' && (id === undefined || known === id)) this.states.delete(known)
    }
    this.start()
  }

  private next(): Take | undefined {
    return this.outbox.list().find(({ id, isQueued }) => isQueued && this.states.get(id)?.step !== 'refused')
  }

  private async run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS
    for (let take = this.next(); take; take = this.next()) {
      const pairing = this.link.pairing()
      if (!pairing) return
      const { id, series } = take
      try {
        const upload = await sendTake(this.link.desktop, pairing, take, this.link.maxPartBytes(), (fraction) => {
          pauseMs = FIRST_PAUSE_MS
          this.set(id, { step: 'sending', fraction })
        })
        this.set(id, { step: 'stored', upload })
        for (const other of this.outbox.list()) {
          if (other.id === id || (other.series === series && !other.isQueued)) await this.outbox.remove(other.id)
        }
      } catch (error) {
        const { code, retryAfterS } =
          error instanceof DesktopError ? error : { code: 'internal' as const, retryAfterS: 0 }
        this.link.onTrouble()
        if (code !== 'unreachable' && (FINAL.includes(code) || code === 'not-paired' || code === 'code-expired')) {
          this.set(id, { step: 'refused', code })
          continue
        }
        this.set(id, { step: 'waiting', why: code })
        await this.pause(Math.max(pauseMs, retryAfterS * 1000))
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
      }
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private set(id: string, state: Sending): void {
    this.states.set(id, state)
    for (const listener of this.listeners) listener()
  }
}
