import type { Processing, TakeEnd } from '../../../src/contracts/recording'
import type { Pcg } from '../../../src/core/pcg'
import type { Microphone } from './microphone'

/** What came out of one take. */
export interface Captured {
  pcg: Pcg
  way: 'worklet' | 'recorder'
  /** The browser's own file, where there were no samples to be had. */
  encoded: { bytes: ArrayBuffer; type: string } | null
  ended: TakeEnd
  microphone: string | null
  processing: Processing
}

/** The microphone that a take has, and the way it goes. */
export interface TakeStart {
  microphone: Microphone
  sampleRate: number
  way: Captured['way']
}

/** What a take tells while it is made. */
export interface TakeEvents {
  /** The microphone is there and the take runs. */
  onStart(start: TakeStart): void
  onSamples(samples: Float32Array): void
  /** Once, however the take ended. */
  onEnd(captured: Captured): void
}

export interface RunningTake {
  stop(): void
}
