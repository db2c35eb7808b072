import type { MicrophoneBlock } from '../../../src/contracts/phone-api'
import type { RunningTake, TakeEvents } from './captured'
import { MicrophoneError } from './microphone'
import { startTake } from './take-recorder'
import { keepAwake } from './wake-lock'

interface OneTakeEvents extends TakeEvents {
  /** Instead of a start: there is no microphone. */
  onBlocked(block: MicrophoneBlock): void
}

/** One take from the tap that asks for the microphone to its end; the screen stays on meanwhile. */
export class OneTake {
  private running: RunningTake | null = null
  private letSleep: () => void = () => {}
  private isAbandoned = false

  constructor(private readonly events: OneTakeEvents) {}

  get isRunning(): boolean {
    return this.running !== null
  }

  /**
   * To be called inside a tap, once.
   *
   * @param maxS the take's length, unless it ends earlier
   */
  async start(maxS: number): Promise<void> {
    const { events } = this
    this.letSleep = keepAwake()
    try {
      const running = await startTake(maxS, {
        onStart: (start) => this.isAbandoned || events.onStart(start),
        onSamples: (samples) => this.isAbandoned || events.onSamples(samples),
        onEnd: (captured) => {
          this.letSleep()
          if (!this.isAbandoned) events.onEnd(captured)
        }
      })
      if (this.isAbandoned) running.stop()
      else this.running = running
    } catch (error) {
      this.letSleep()
      if (!this.isAbandoned) events.onBlocked(error instanceof MicrophoneError ? error.block : 'unsupported')
    }
  }

  /** Ends the take, which is kept. */
  stop(): void {
    this.running?.stop()
  }

  /** Ends the take, of which nothing more is told: who asked for it has gone. */
  abandon(): void {
    this.isAbandoned = true
    this.running?.stop()
    this.letSleep()
  }
}
