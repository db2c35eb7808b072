import { type Tensor, tensor } from './tensor'

/** Stretches of equal length that together cover a recording. */
export interface Windows {
  /** First sample of each window. */
  starts: number[]
  /** `[windows x length]`. */
  batch: Tensor
  /** The recording was shorter than one window and was repeated to fill it. */
  isRepeated: boolean
}

/**
 * Cuts a recording into overlapping windows; the last one ends where the recording ends, so nothing is left out.
 *
 * @param samples at least one
 * @param length samples of a window
 * @param hop samples from one window to the next, 1 to `length`
 * @throws {RangeError} when there are no samples, or the hop is out of range
 */
export function cutWindows(samples: Float32Array, length: number, hop: number): Windows {
  if (samples.length === 0) throw new RangeError('no samples to cut')
  const starts = windowStarts(samples.length, length, hop)
  const data = new Float32Array(starts.length * length)
  const isRepeated = samples.length < length
  starts.forEach((start, window) => {
    const target = data.subarray(window * length, (window + 1) * length)
    if (isRepeated) repeatInto(target, samples)
    else target.set(samples.subarray(start, start + length))
  })
  return { starts, batch: tensor([starts.length, length], data), isRepeated }
}

/**
 * First sample of each window of a recording of `total` samples.
 *
 * @throws {RangeError} when the hop is not between 1 and `length`
 */
export function windowStarts(total: number, length: number, hop: number): number[] {
  if (!(hop >= 1 && hop <= length)) throw new RangeError(`hop ${hop} is not between 1 and ${length}`)
  const last = Math.max(0, total - length)
  const starts: number[] = []
  for (let start = 0; start < last; start += hop) starts.push(start)
  starts.push(last)
  return starts
}

function repeatInto(target: Float32Array, samples: Float32Array): void {
  for (let offset = 0; offset < target.length; offset += samples.length) {
    target.set(samples.subarray(0, Math.min(samples.length, target.length - offset)), offset)
  }
}
