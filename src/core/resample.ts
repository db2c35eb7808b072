import type { Pcg } from './pcg'
import { designPolyphase, kernelLength, type LowPass } from './polyphase'
import { PolyphaseStage, type StagePlan } from './polyphase-stage'
import { RECORDING_LIMITS } from './recording-limits'

const { leastRateHz, mostRateHz } = RECORDING_LIMITS

export function isSampleRate(rate: number): boolean {
  return Number.isInteger(rate) && rate >= leastRateHz && rate <= mostRateHz
}

/** @throws {RangeError} when it is not an integer from 500 to 192,000 Hz */
export function assertSampleRate(rate: number): void {
  if (isSampleRate(rate)) return
  throw new RangeError(`sample rate ${rate}: not an integer from ${leastRateHz} to ${mostRateHz} Hz`)
}

/** Kept within 0.1 dB below this share of the lower Nyquist frequency... */
const PASS_BAND = 0.8
/** ...and gone, by 90 dB or more, above this one. */
const STOP_BAND = 1.05

/**
 * More positions between two inputs than this are interpolated linearly from as many: the error of doing so, pi^2 f^2 /
 * (2 n^2) for a kernel of bandwidth f per input, is below -107 dB.
 */
const MAX_PHASES = 512

/** Samples that {@link resample} gives to the stream at a time: small enough to stay in the processor's cache. */
const CHUNK_LENGTH = 16_384

/**
 * The recording at another rate: band-limited, without delay, round(n * targetRate / sampleRate) samples long.
 *
 * Beyond its two ends the recording counts as silent.
 *
 * @throws {RangeError} when either rate is not an integer from 500 to 192,000 Hz
 */
export function resample(pcg: Pcg, targetRate: number): Pcg {
  const stream = new ResamplingStream(pcg.sampleRate, targetRate)
  const samples = new Float32Array(Math.round((pcg.samples.length * targetRate) / pcg.sampleRate))
  let length = 0
  const append = (part: Float32Array) => {
    samples.set(part, length)
    length += part.length
  }
  for (let start = 0; start < pcg.samples.length; start += CHUNK_LENGTH) {
    append(stream.push(pcg.samples.subarray(start, start + CHUNK_LENGTH)))
  }
  append(stream.finish())
  return { samples, sampleRate: targetRate }
}

/**
 * {@link resample} for samples that arrive in pieces: the joined answers are the same numbers, bit for bit, however the
 * input is cut.
 */
export class ResamplingStream {
  private readonly stages: PolyphaseStage[]
  private received = 0

  /** @throws {RangeError} when either rate is not an integer from 500 to 192,000 Hz */
  constructor(
    private readonly fromRate: number,
    private readonly toRate: number
  ) {
    assertSampleRate(fromRate)
    assertSampleRate(toRate)
    this.stages = planFor(fromRate, toRate).map((plan) => new PolyphaseStage(plan))
  }

  /** @returns the output samples that the input so far decides; often fewer than the input's share */
  push(samples: Float32Array): Float32Array {
    this.received += samples.length
    let wave: Float32Array | Float64Array = samples
    for (const stage of this.stages) wave = stage.push(wave)
    return new Float32Array(wave)
  }

  /** @returns the rest; the stream must not be used after it */
  finish(): Float32Array {
    let wave: Float64Array = new Float64Array(0)
    let length = this.received
    this.stages.forEach((stage, index) => {
      const isLast = index === this.stages.length - 1
      length = isLast ? Math.round((this.received * this.toRate) / this.fromRate) : Math.ceil(length * stage.ratio)
      wave = stage.finish(wave, length)
    })
    return new Float32Array(wave)
  }
}

const plans = new Map<string, StagePlan[]>()

/** The stages for a pair of rates; their tables are computed once. */
function planFor(fromRate: number, toRate: number): StagePlan[] {
  const key = `${fromRate}>${toRate}`
  const known = plans.get(key)
  if (known) return known
  const plan = fromRate === toRate ? [] : cheapestStages(fromRate, toRate).map(toPlan)
  plans.set(key, plan)
  return plan
}

interface StageShape extends LowPass {
  up: number
  down: number
}

function toPlan({ up, down, ...lowPass }: StageShape): StagePlan {
  return { up, down, filter: designPolyphase(lowPass, Math.min(up, MAX_PHASES)) }
}

/**
 * One stage, or two where a short filter can first throw away most of the samples: the first stage need not keep clean
 * what lies between the new pass band and its mirror image at the intermediate rate, for the second removes it.
 */
function cheapestStages(fromRate: number, toRate: number): StageShape[] {
  const nyquistHz = Math.min(fromRate, toRate) / 2
  const passHz = PASS_BAND * nyquistHz
  const stopHz = STOP_BAND * nyquistHz
  let best: StageShape[] = []
  let bestCost = Number.POSITIVE_INFINITY
  for (let factor = 1; fromRate / factor > 3 * nyquistHz || factor === 1; factor++) {
    const middleRate = fromRate / factor
    const last = { ...lowestTerms(toRate * factor, fromRate), sampleRate: middleRate, passHz, stopHz }
    const first = { up: 1, down: factor, sampleRate: fromRate, passHz, stopHz: middleRate - stopHz }
    const stages = factor === 1 ? [last] : [first, last]
    const cost = stages.reduce((sum, stage) => sum + costOf(stage), 0)
    if (cost < bestCost) {
      best = stages
      bestCost = cost
    }
  }
  return best
}

/** Multiplications for ten seconds of sound, the design of the table (forty operations a tap) included. */
function costOf(stage: StageShape): number {
  const length = kernelLength(stage)
  const outputsPerSecond = (stage.sampleRate * stage.up) / stage.down
  const isInterpolated = stage.up > MAX_PHASES
  return length * (10 * outputsPerSecond * (isInterpolated ? 2 : 1) + 40 * Math.min(stage.up, MAX_PHASES))
}

function lowestTerms(up: number, down: number): { up: number; down: number } {
  let divisor = up
  for (let rest = down; rest > 0; ) [divisor, rest] = [rest, divisor % rest]
  return { up: up / divisor, down: down / divisor }
}
