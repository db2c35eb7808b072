import type { Domain } from './analysis'
import type { DomainRule } from './model-card'
import type { Tensor } from './tensor'

/**
 * How unlike the training audio a recording is: its mean embedding, in standard deviations of the training set.
 *
 * @param embedding `[windows x dimensions]`
 * @param isUsable which windows count; where none does, all do
 * @throws {RangeError} when the card describes another number of dimensions
 */
export function domainOf(
  embedding: Tensor,
  isUsable: readonly boolean[],
  { mean, deviation, far }: DomainRule
): Domain {
  const [count = 0, size = 0] = embedding.dims
  if (size !== mean.length)
    throw new RangeError(`the card describes ${mean.length} dimensions, the model gives ${size}`)
  const counted = isUsable.some(Boolean) ? isUsable : isUsable.map(() => true)
  const windows = counted.filter(Boolean).length
  let squares = 0
  for (let dimension = 0; dimension < size; dimension++) {
    let sum = 0
    for (let window = 0; window < count; window++) {
      if (counted[window]) sum += embedding.data[window * size + dimension]!
    }
    squares += ((sum / windows - mean[dimension]!) / deviation[dimension]!) ** 2
  }
  const distance = Math.sqrt(squares / size)
  return { distance, isFar: distance > far }
}
