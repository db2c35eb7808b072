import { ClippingMeter } from '../clipping'
import { AppError } from '../errors'
import { inOne } from '../in-one'
import type { Pcg } from '../pcg'
import { ResamplingStream } from '../resample'
import { assertDuration, type SoundLimits } from './limits'
import { mixed } from './mixed'

/** No sensor means a number beyond this: the largest 32-bit integer, which some programs write as a float unscaled. */
const MAX_MAGNITUDE = 2 ** 32

/** Above this share of impossible samples the file is not a recording with gaps but garbage. */
const MAX_DAMAGED = 0.25

export interface MixedRecording {
  /** Mono, at the rate asked for. */
  pcg: Pcg
  /** Channels that there really were, whatever the container said. */
  channelCount: number
  /** Length before resampling, in samples a channel. */
  length: number
  /** Share of the original samples, over all channels, that stand on a clipping rail, 0 to 1. */
  clippedFraction: number
  /** How long the stretches were, in all, that were silenced because they held no numbers, in seconds. */
  mutedS: number
}

/**
 * Mixes channels to their mean, resamples, and measures clipping, while the sound streams by: what stands in
 * memory is one block and the answer.
 *
 * Float files can hold NaN and infinity: gaps that a program left, which become silence. Where a quarter of the samples
 * are such the recording is refused, for nothing tells then which of the others are real.
 */
export class Mixdown {
  private readonly resampler: ResamplingStream
  /** One a channel, from the first block on. */
  private meters: ClippingMeter[] = []
  private readonly parts: Float32Array[] = []
  private length = 0
  private damagedCount = 0

  constructor(
    private readonly sampleRate: number,
    private readonly targetRate: number,
    private readonly limits: SoundLimits
  ) {
    this.resampler = new ResamplingStream(sampleRate, targetRate)
  }

  /**
   * @param channels one or more arrays of one length, as many every time
   * @throws {AppError} `audio-too-long` as soon as the limit is passed, `audio-damaged` when the channel count changes
   */
  push(channels: Float32Array[]): void {
    if (this.meters.length === 0) this.meters = channels.map(() => new ClippingMeter())
    if (channels.length !== this.meters.length) throw new AppError('audio-damaged', 'the channel count changes')
    this.length += channels[0]!.length
    assertDuration(this.length / this.sampleRate, this.limits)
    const clean = channels.map((samples) => this.withoutDamage(samples))
    for (const [channel, samples] of clean.entries()) this.meters[channel]!.push(samples)
    this.parts.push(this.resampler.push(mixed(clean)))
  }

  /** @throws {AppError} `audio-empty` when nothing came, `audio-damaged` when too much of it was no number */
  finish(): MixedRecording {
    const sampleCount = this.length * this.meters.length
    if (sampleCount === 0) throw new AppError('audio-empty', 'no samples')
    if (this.damagedCount > MAX_DAMAGED * sampleCount) {
      throw new AppError('audio-damaged', `${this.damagedCount} of ${sampleCount} samples are no numbers`)
    }
    this.parts.push(this.resampler.finish())
    const clippedCount = this.meters.reduce((sum, meter) => sum + meter.finish(), 0)
    return {
      pcg: { samples: inOne(this.parts, (length) => new Float32Array(length)), sampleRate: this.targetRate },
      channelCount: this.meters.length,
      length: this.length,
      clippedFraction: clippedCount / sampleCount,
      mutedS: this.damagedCount / this.meters.length / this.sampleRate
    }
  }

  private withoutDamage(samples: Float32Array): Float32Array {
    let damagedCount = 0
    for (let n = 0; n < samples.length; n++) if (!isPossible(samples[n]!)) damagedCount++
    if (damagedCount === 0) return samples
    this.damagedCount += damagedCount
    return samples.map((sample) => (isPossible(sample) ? sample : 0))
  }
}

/** False for NaN too. */
function isPossible(sample: number): boolean {
  return Math.abs(sample) <= MAX_MAGNITUDE
}
