import type { PolyphaseFilter } from './polyphase'

/** One conversion by up / down, in lowest terms. */
export interface StagePlan {
  up: number
  down: number
  filter: PolyphaseFilter
}

/** A stream's samples at up / down times their rate: one polyphase filter with the inputs that it still needs. */
export class PolyphaseStage {
  readonly ratio: number
  /** Inputs not yet done with; `filter.reach` zeros stand before the first. */
  private inputs: Float64Array
  private inputLength: number
  /** Index in `inputs` of the first one under the kernel of the next output. */
  private at = 0
  /** How far the next output lies beyond an input, in 1 / up of an input step. */
  private phase = 0
  private produced = 0

  constructor(private readonly plan: StagePlan) {
    this.ratio = plan.up / plan.down
    this.inputLength = plan.filter.reach
    this.inputs = new Float64Array(this.inputLength)
  }

  /** @returns the outputs whose every input is there */
  push(samples: Float32Array | Float64Array): Float64Array {
    this.append(samples)
    const outputs = new Float64Array(this.readyCount())
    this.run(outputs)
    this.forget()
    return outputs
  }

  /**
   * @param samples the last inputs; zeros count as following them
   * @param length outputs that the whole stream shall have
   * @returns those still missing
   */
  finish(samples: Float64Array, length: number): Float64Array {
    this.append(samples)
    const outputs = new Float64Array(length - this.produced)
    const { up, down, filter } = this.plan
    const lastAt = this.at + Math.floor((this.phase + outputs.length * down) / up)
    this.append(new Float64Array(Math.max(0, lastAt + filter.tapCount - this.inputLength)))
    this.run(outputs)
    return outputs
  }

  private append(samples: Float32Array | Float64Array): void {
    const length = this.inputLength + samples.length
    if (length > this.inputs.length) {
      const grown = new Float64Array(length)
      grown.set(this.inputs.subarray(0, this.inputLength))
      this.inputs = grown
    }
    this.inputs.set(samples, this.inputLength)
    this.inputLength = length
  }

  /** Outputs whose whole kernel lies within the inputs. */
  private readyCount(): number {
    const { up, down, filter } = this.plan
    const room = this.inputLength - filter.tapCount - this.at
    return room < 0 ? 0 : Math.floor((room * up + up - 1 - this.phase) / down) + 1
  }

  private run(outputs: Float64Array): void {
    if (this.plan.up === 1) this.decimate(outputs)
    else this.interpolate(outputs)
    this.produced += outputs.length
  }

  /** One row of taps serves every output, so four of them share each tap that is read. */
  private decimate(outputs: Float64Array): void {
    const { down, filter } = this.plan
    const quads = outputs.length - (outputs.length % 4)
    for (let output = 0; output < quads; output += 4) {
      fourDots(filter, this.inputs, this.at, down, outputs, output)
      this.at += 4 * down
    }
    for (let output = quads; output < outputs.length; output++) {
      outputs[output] = dot(filter, this.inputs, this.at)
      this.at += down
    }
  }

  private interpolate(outputs: Float64Array): void {
    const { up, down, filter } = this.plan
    const { phaseCount } = filter
    const step = Math.floor(down / up)
    const phaseStep = down % up
    for (let output = 0; output < outputs.length; output++) {
      const position = phaseCount === up ? this.phase : (this.phase * phaseCount) / up
      const row = Math.floor(position)
      const near = fastDot(filter, row, this.inputs, this.at)
      outputs[output] =
        position === row ? near : near + (position - row) * (fastDot(filter, row + 1, this.inputs, this.at) - near)
      this.at += step
      this.phase += phaseStep
      if (this.phase >= up) {
        this.phase -= up
        this.at++
      }
    }
  }

  private forget(): void {
    const done = Math.min(this.at, this.inputLength)
    this.inputs.copyWithin(0, done, this.inputLength)
    this.inputLength -= done
    this.at -= done
  }
}

/** The kernel's first row over the inputs from `at`, summed in the order of {@link fourDots}. */
function dot({ taps, tapCount }: PolyphaseFilter, inputs: Float64Array, at: number): number {
  let sum = 0
  for (let tap = 0; tap < tapCount; tap++) sum += taps[tap]! * inputs[at + tap]!
  return sum
}

/** {@link dot} at `at`, `at + step`, `at + 2 step` and `at + 3 step`. */
function fourDots(
  { taps, tapCount }: PolyphaseFilter,
  inputs: Float64Array,
  at: number,
  step: number,
  outputs: Float64Array,
  output: number
): void {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let tap = 0; tap < tapCount; tap++) {
    const weight = taps[tap]!
    const input = at + tap
    a += weight * inputs[input]!
    b += weight * inputs[input + step]!
    c += weight * inputs[input + 2 * step]!
    d += weight * inputs[input + 3 * step]!
  }
  outputs[output] = a
  outputs[output + 1] = b
  outputs[output + 2] = c
  outputs[output + 3] = d
}

/** One row over the inputs from `at`; four sums side by side, for an addition takes longer to finish than to start. */
function fastDot({ taps, tapCount }: PolyphaseFilter, row: number, inputs: Float64Array, at: number): number {
  const start = row * tapCount
  const shift = at - start
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let tap = start; tap < start + tapCount; tap += 4) {
    const input = tap + shift
    a += taps[tap]! * inputs[input]!
    b += taps[tap + 1]! * inputs[input + 1]!
    c += taps[tap + 2]! * inputs[input + 2]!
    d += taps[tap + 3]! * inputs[input + 3]!
  }
  return a + b + (c + d)
}
