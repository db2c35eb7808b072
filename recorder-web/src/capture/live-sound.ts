import { BeatTracker, type LiveBeat } from '../../../src/core/beat-tracker'
import { HEARD_RATE_HZ } from '../../../src/core/pcg'
import { levelOf } from '../../../src/core/quality'
import { ResamplingStream } from '../../../src/core/resample'
import { type TakeLevel, TakeLevelMeter } from '../../../src/core/take-level'

/** What the picture of the running take shows. */
export const SHOWN_S = 5
const COLUMN_LENGTH = 20

/** The running take as a person sees it: in the band of the heart, so that what is drawn is what is judged. */
export class LiveSound {
  /** Highest magnitude of each hundredth of a second, the newest last; as long as {@link SHOWN_S}. */
  readonly columns = new Float32Array((SHOWN_S * HEARD_RATE_HZ) / COLUMN_LENGTH)
  /** Root mean square of the newest piece, dB re full scale. */
  levelDb = -200
  /** Of the take so far, by the rule of the verdict; null while that cannot be told. */
  level: TakeLevel | null = null
  beat: LiveBeat | null = null
  private readonly toHeardRate: ResamplingStream
  private readonly tracker = new BeatTracker(HEARD_RATE_HZ)
  private readonly meter = new TakeLevelMeter()
  private rest = new Float32Array(0)
  private heardLength = 0
  private heardAt = 0

  constructor(sampleRate: number) {
    this.toHeardRate = new ResamplingStream(sampleRate, HEARD_RATE_HZ)
  }

  push(samples: Float32Array): void {
    const heard = this.toHeardRate.push(samples)
    this.level = this.meter.push(samples, heard)
    if (heard.length === 0) return
    this.heardLength += heard.length
    this.heardAt = performance.now()
    this.levelDb = Math.max(-200, levelOf(heard))
    this.beat = this.tracker.push(heard)
    this.draw(heard)
  }

  /** Seconds since the first sample; it runs on between the pieces. */
  nowS(): number {
    const sinceS = this.heardAt === 0 ? 0 : (performance.now() - this.heardAt) / 1000
    return this.heardLength / HEARD_RATE_HZ + Math.min(0.3, sinceS)
  }

  private draw(heard: Float32Array): void {
    const all = new Float32Array(this.rest.length + heard.length)
    all.set(this.rest)
    all.set(heard, this.rest.length)
    const count = Math.floor(all.length / COLUMN_LENGTH)
    this.columns.copyWithin(0, count)
    for (let column = 0; column < count; column++) {
      let peak = 0
      for (const value of all.subarray(column * COLUMN_LENGTH, (column + 1) * COLUMN_LENGTH))
        peak = Math.max(peak, Math.abs(value))
      this.columns[this.columns.length - count + column] = peak
    }
    this.rest = all.slice(count * COLUMN_LENGTH)
  }
}
