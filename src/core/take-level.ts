import { ClippingMeter } from './clipping'
import { homomorphicEnvelope } from './envelope'
import { HEARD_RATE_HZ } from './pcg'
import { findPeriodicity } from './periodicity'
import { levelOf } from './quality'
import { BEAT_HEIGHT, CLIPPED_FRACTION, QUIET_DB, SILENT_DB } from './sound-limits'

/** How loud a take is. */
export type TakeLevel = 'clipped' | 'too-quiet' | 'right'

/** What a take's level is judged by. */
export interface LevelFacts {
  clippedFraction: number
  /** Root mean square at {@link HEARD_RATE_HZ}, offset taken out, dB re full scale. */
  levelDb: number
  /** Height of the envelope's autocorrelation at the beat, 0 to 1. */
  periodicity: number
}

/** The one rule for the level of a take, while it is made and after it. */
export function takeLevelOf({ clippedFraction, levelDb, periodicity }: LevelFacts): TakeLevel {
  if (clippedFraction > CLIPPED_FRACTION) return 'clipped'
  // A soft beat that is heard is loud enough: the network takes the gain out.
  const leastDb = periodicity >= BEAT_HEIGHT.goodTake ? SILENT_DB : QUIET_DB
  return levelDb < leastDb ? 'too-quiet' : 'right'
}

/** Seconds until a take's level means anything. */
const SHORTEST_S = 1
/** Seconds until a slow beat has repeated itself often enough to be found. */
const BEAT_AFTER_S = 4
/** Seconds between two looks: the envelope of a whole minute takes its time. */
const STEP_S = 0.5

/** Follows the level of a take while it is made: what it says last is what is said of the whole take. */
export class TakeLevelMeter {
  private readonly clipping = new ClippingMeter()
  private capturedLength = 0
  private heard = new Float32Array(8 * HEARD_RATE_HZ)
  private heardLength = 0
  private lookedAt = 0
  private current: TakeLevel | null = null

  /**
   * @param captured the take's next samples, as they came
   * @param heard the same at {@link HEARD_RATE_HZ}; one of the two may run ahead a little
   * @returns the level of the take so far; null while that cannot be told
   */
  push(captured: Float32Array, heard: Float32Array): TakeLevel | null {
    this.clipping.push(captured)
    this.capturedLength += captured.length
    this.remember(heard)
    if (this.heardLength >= Math.max(SHORTEST_S * HEARD_RATE_HZ, this.lookedAt + STEP_S * HEARD_RATE_HZ)) {
      this.lookedAt = this.heardLength
      this.current = this.look()
    }
    return this.current
  }

  private remember(heard: Float32Array): void {
    if (this.heardLength + heard.length > this.heard.length) {
      const longer = new Float32Array(2 * (this.heardLength + heard.length))
      longer.set(this.heard.subarray(0, this.heardLength))
      this.heard = longer
    }
    this.heard.set(heard, this.heardLength)
    this.heardLength += heard.length
  }

  private look(): TakeLevel | null {
    const samples = this.heard.subarray(0, this.heardLength)
    const facts = {
      clippedFraction: this.clipping.countSoFar() / this.capturedLength,
      levelDb: levelOf(samples)
    }
    // Whether there is a beat is found out only where it decides.
    const withBeat = takeLevelOf({ ...facts, periodicity: 1 })
    if (withBeat === takeLevelOf({ ...facts, periodicity: 0 })) return withBeat
    if (this.heardLength < BEAT_AFTER_S * HEARD_RATE_HZ) return null
    const { height } = findPeriodicity(homomorphicEnvelope({ samples, sampleRate: HEARD_RATE_HZ }))
    return takeLevelOf({ ...facts, periodicity: height })
  }
}
