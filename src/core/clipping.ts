/** Samples in a row at the same value that count as clipped: a wave that is only sampled does not stand still so long. */
const MIN_RUN = 3

/** A run counts when it stands within this share of the file's own extreme. */
const NEAR_EXTREME = 0.99

/** A rail lower than this share of the other one is no rail: the zeros beside a single click are not clipped. */
const MIN_RAIL = 0.5

/** Different run values remembered at most; what lies far from the extreme is forgotten first. */
const MAX_VALUES = 1024

/**
 * Share of a whole recording that stands on a clipping rail.
 *
 * @param samples as captured, all finite, before any resampling: that would round the corners off
 * @returns 0 to 1; 0 for no samples
 */
export function clippedFractionOf(samples: Float32Array): number {
  const meter = new ClippingMeter()
  meter.push(samples)
  return samples.length === 0 ? 0 : meter.finish() / samples.length
}

/**
 * Watches one channel for clipping at any level: runs of at least three equal samples at the file's own extreme.
 *
 * Full scale plays no part, for many sensors clip before the converter does. The two polarities have their own rails,
 * because an offset moves them apart.
 */
export class ClippingMeter {
  private readonly high = new Rail()
  private readonly low = new Rail()
  private last = Number.NaN
  private run = 0

  /** @param samples the channel's next samples, all finite */
  push(samples: Float32Array): void {
    let { last, run } = this
    let high = this.high.extreme
    let low = this.low.extreme
    for (let n = 0; n < samples.length; n++) {
      const sample = samples[n]!
      if (sample === last) {
        run++
        continue
      }
      if (run >= MIN_RUN) this.note(last, run)
      if (sample > high) high = sample
      if (-sample > low) low = -sample
      last = sample
      run = 1
    }
    this.last = last
    this.run = run
    this.high.extreme = high
    this.low.extreme = low
  }

  /** @returns the number of clipped samples, once all have been pushed */
  finish(): number {
    if (this.run >= MIN_RUN) this.note(this.last, this.run)
    return this.countSoFar()
  }

  /** @returns the number of clipped samples so far; a run that still goes on is not among them */
  countSoFar(): number {
    const peak = Math.max(this.high.extreme, this.low.extreme)
    return [this.high, this.low].reduce(
      (sum, rail) => sum + (rail.extreme > 0 && rail.extreme >= MIN_RAIL * peak ? rail.countNearExtreme() : 0),
      0
    )
  }

  private note(value: number, length: number): void {
    if (value > 0) this.high.note(value, length)
    else if (value < 0) this.low.note(-value, length)
  }
}

/** Runs of one polarity, as magnitudes. */
class Rail {
  extreme = 0
  private readonly samplesAt = new Map<number, number>()

  note(value: number, length: number): void {
    if (value < NEAR_EXTREME * this.extreme) return
    this.samplesAt.set(value, (this.samplesAt.get(value) ?? 0) + length)
    if (this.samplesAt.size > MAX_VALUES) this.forgetLowest()
  }

  countNearExtreme(): number {
    let count = 0
    for (const [value, length] of this.samplesAt) if (value >= NEAR_EXTREME * this.extreme) count += length
    return count
  }

  private forgetLowest(): void {
    const values = [...this.samplesAt.keys()].sort((a, b) => a - b)
    for (const value of values.slice(0, MAX_VALUES / 2)) this.samplesAt.delete(value)
  }
}
