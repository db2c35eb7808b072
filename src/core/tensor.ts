import { inOne } from './in-one'

/** Numbers with a shape, row-major: the last dimension varies fastest (librosa's and numpy's order). */
export interface Tensor {
  dims: readonly number[]
  data: Float32Array
}

/**
 * @param dims e.g. `[windows, samples]`
 * @param data as many numbers as the product of `dims`
 * @throws {RangeError} when the count does not fit the shape
 */
export function tensor(dims: readonly number[], data: Float32Array): Tensor {
  const length = dims.reduce((product, dim) => product * dim, 1)
  if (length !== data.length)
    throw new RangeError(`a tensor of ${dims.join(' x ')} holds ${length} numbers, not ${data.length}`)
  return { dims, data }
}

/**
 * Tensors of the same shape but for the first dimension, one after the other along it.
 *
 * @param parts at least one
 * @throws {RangeError} when the other dimensions differ
 */
export function concatenate(parts: readonly Tensor[]): Tensor {
  const [first] = parts
  if (!first) throw new RangeError('nothing to concatenate')
  const rest = first.dims.slice(1)
  for (const { dims } of parts) {
    if (dims.length !== rest.length + 1 || rest.some((dim, axis) => dims[axis + 1] !== dim)) {
      throw new RangeError(`cannot put ${dims.join(' x ')} behind ${first.dims.join(' x ')}`)
    }
  }
  const data = inOne(
    parts.map((part) => part.data),
    (length) => new Float32Array(length)
  )
  return { dims: [parts.reduce((count, part) => count + part.dims[0]!, 0), ...rest], data }
}

/**
 * Row `index` along the first dimension, as a view into the same memory.
 *
 * @throws {RangeError} when there is no such row
 */
export function row({ dims, data }: Tensor, index: number): Tensor {
  const count = dims[0] ?? 0
  if (!(index >= 0 && index < count)) throw new RangeError(`row ${index} of ${count}`)
  const length = data.length / count
  return { dims: dims.slice(1), data: data.subarray(index * length, (index + 1) * length) }
}
