import { BeatTracker, type LiveBeat } from '../../../src/core/beat-tracker'
import { HEARD_RATE_HZ } from '../../../src/core/pcg'
import type { Picture } from '../../../src/core/picture'
import { levelOf } from '../../../src/core/quality'
import { ResamplingStream } from '../../../src/core/resample'
import { type TakeLevel, TakeLevelMeter } from '../../../src/core/take-level'

/** What the picture of the running take shows. */
const SHOWN_S = 5
/** Samples of one column: a hundredth of a second. */
const COLUMN_LENGTH = 20
const COLUMN_COUNT = (SHOWN_S * HEARD_RATE_HZ) / COLUMN_LENGTH

/** A picture of {@link SHOWN_S} of silence. */
export function silence(): Picture<'waveform'> {
  return {
    kind: 'waveform',
    dims: [COLUMN_COUNT, 2],
    data: new Float32Array(2 * COLUMN_COUNT),
    firstS: 0,
    hopS: COLUMN_LENGTH / HEARD_RATE_HZ
  }
}

/** The running take as a person sees it: at the rate of the network, so that what is drawn is what is judged. */
export class LiveSound {
  /** The last seconds, the newest on the right; drawn on in place. */
  readonly waveform = silence()
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
    const { data } = this.waveform
    const all = new Float32Array(this.rest.length + heard.length)
    all.set(this.rest)
    all.set(heard, this.rest.length)
    const count = Math.min(COLUMN_COUNT, Math.floor(all.length / COLUMN_LENGTH))
    data.copyWithin(0, 2 * count)
    for (let column = 0; column < count; column++) {
      const span = all.subarray(column * COLUMN_LENGTH, (column + 1) * COLUMN_LENGTH)
      data.set([Math.min(...span), Math.max(...span)], data.length - 2 * (count - column))
    }
    this.rest = all.slice(count * COLUMN_LENGTH)
  }
}
