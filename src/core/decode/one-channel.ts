import { type ChannelChoice, chooseChannel } from '../choose-channel'
import { ClippingMeter } from '../clipping'
import { AppError } from '../errors'
import { inOne } from '../in-one'
import type { Pcg } from '../pcg'
import { ResamplingStream } from '../resample'
import { assertDuration, type SoundLimits } from './limits'

/** No sensor means a number beyond this: the largest 32-bit integer, which some programs write as a float unscaled. */
const MAX_MAGNITUDE = 2 ** 32

/** Above this share of impossible samples the file is not a recording with gaps but garbage. */
const MAX_DAMAGED = 0.25

/** Seconds by which the channels of a long recording are judged: all of them need not be resampled to its end. */
const JUDGED_S = 60

export interface OneChannelRecording {
  /** One channel, at the rate asked for. */
  pcg: Pcg
  /** Channels that there really were, whatever the container said. */
  channelCount: number
  /** Which of them it is; undefined where all are the same. */
  channel: ChannelChoice | undefined
  /** Length before resampling, in samples a channel. */
  length: number
  /** Share of the channel's original samples that stand on a clipping rail, 0 to 1. */
  clippedFraction: number
  /** How long the stretches were, in all, that were silenced because they held no numbers, in seconds. */
  mutedS: number
}

/**
 * Keeps the channel with a heart in it, resamples, and measures clipping, while the sound streams by: what stands in
 * memory is one block and the answer.
 *
 * Float files can hold NaN and infinity: gaps that a program left, which become silence. Where a quarter of the samples
 * are such the recording is refused, for nothing tells then which of the others are real.
 */
export class OneChannel {
  /** One a channel, from the first block on. */
  private lanes: Lane[] = []
  private kept: { lane: Lane; channel: ChannelChoice | undefined } | undefined
  private length = 0

  /** @param wanted the channel that a person chose, from 0 */
  constructor(
    private readonly sampleRate: number,
    private readonly targetRate: number,
    private readonly limits: SoundLimits,
    private readonly wanted?: number
  ) {}

  /**
   * @param channels one or more arrays of one length, as many every time
   * @throws {AppError} `audio-too-long` as soon as the limit is passed, `audio-damaged` when the channel count changes,
   *   `channel-missing`
   */
  push(channels: Float32Array[]): void {
    if (this.lanes.length === 0) this.begin(channels.length)
    if (channels.length !== this.lanes.length) throw new AppError('audio-damaged', 'the channel count changes')
    this.length += channels[0]!.length
    assertDuration(this.length / this.sampleRate, this.limits)
    for (const [index, lane] of this.lanes.entries()) {
      if (!this.kept || lane === this.kept.lane) lane.push(channels[index]!)
    }
    if (!this.kept && this.length > JUDGED_S * this.sampleRate) this.keepOne()
  }

  /** @throws {AppError} `audio-empty` when nothing came, `audio-damaged` when too much of it was no number */
  finish(): OneChannelRecording {
    if (this.length === 0) throw new AppError('audio-empty', 'no samples')
    if (!this.kept) this.keepOne()
    const { lane, channel } = this.kept!
    if (lane.damagedCount > MAX_DAMAGED * this.length) {
      throw new AppError('audio-damaged', `${lane.damagedCount} of ${this.length} samples are no numbers`)
    }
    return {
      pcg: { samples: lane.finish(), sampleRate: this.targetRate },
      channelCount: this.lanes.length,
      channel,
      length: this.length,
      clippedFraction: lane.clippedCount() / this.length,
      mutedS: lane.damagedCount / this.sampleRate
    }
  }

  private begin(count: number): void {
    this.lanes = Array.from({ length: count }, () => new Lane(this.sampleRate, this.targetRate))
    if (this.wanted === undefined) {
      if (count === 1) this.kept = { lane: this.lanes[0]!, channel: undefined }
      return
    }
    const lane = this.lanes[this.wanted]
    if (!lane) throw new AppError('channel-missing', `no channel ${this.wanted} of ${count}`, { values: { count } })
    const channel: ChannelChoice = { index: this.wanted, chosenBy: 'person', beatHeights: [] }
    this.kept = { lane, channel: count === 1 ? undefined : channel }
  }

  private keepOne(): void {
    const channels = this.lanes.map((lane) => lane.soFar())
    const [first] = channels
    const isOne = channels.every((samples) => samples.every((sample, n) => sample === first![n]))
    const channel = isOne ? undefined : chooseChannel(channels, this.targetRate)
    this.kept = { lane: this.lanes[channel?.index ?? 0]!, channel }
  }
}

/** One channel on its way. */
class Lane {
  damagedCount = 0
  private readonly resampler: ResamplingStream
  private readonly meter = new ClippingMeter()
  private parts: Float32Array[] = []

  constructor(sampleRate: number, targetRate: number) {
    this.resampler = new ResamplingStream(sampleRate, targetRate)
  }

  push(samples: Float32Array): void {
    const clean = this.withoutDamage(samples)
    this.meter.push(clean)
    this.parts.push(this.resampler.push(clean))
  }

  soFar(): Float32Array {
    const samples = inOne(this.parts, (length) => new Float32Array(length))
    this.parts = [samples]
    return samples
  }

  finish(): Float32Array {
    this.parts.push(this.resampler.finish())
    return this.soFar()
  }

  clippedCount(): number {
    return this.meter.finish()
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
