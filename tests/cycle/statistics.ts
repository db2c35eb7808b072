import type { Estimate } from '../../src/core/model-card'
import { randomBy } from '../random'

const DRAWS = 1000

/**
 * A figure and its 95 % interval, from people drawn with replacement.
 *
 * @param people the recordings of each
 * @param figure of recordings
 * @source Efron, Annals of Statistics 7:1 (1979)
 */
export function estimate<One>(people: readonly (readonly One[])[], figure: (all: readonly One[]) => number): Estimate {
  const random = randomBy(1)
  const draws = Array.from({ length: DRAWS }, () => figure(people.flatMap(() => people[random(people.length)]!))).sort(
    (a, b) => a - b
  )
  return {
    value: figure(people.flat()),
    low: draws[Math.floor(0.025 * DRAWS)]!,
    high: draws[Math.ceil(0.975 * DRAWS) - 1]!
  }
}

/**
 * Rank correlation; ties have the mean of their ranks.
 *
 * @source Spearman, American Journal of Psychology 15:72 (1904)
 */
export function spearman(pairs: readonly (readonly [number, number])[]): number {
  const [a, b] = [ranks(pairs.map(([one]) => one)), ranks(pairs.map(([, other]) => other))]
  const middle = (pairs.length - 1) / 2
  let [both, powerA, powerB] = [0, 0, 0]
  for (let n = 0; n < pairs.length; n++) {
    both += (a[n]! - middle) * (b[n]! - middle)
    powerA += (a[n]! - middle) ** 2
    powerB += (b[n]! - middle) ** 2
  }
  return both / Math.sqrt(powerA * powerB)
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => values[a]! - values[b]!)
  const found = new Array<number>(values.length)
  for (let first = 0; first < order.length; ) {
    let end = first
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++
    for (let n = first; n < end; n++) found[order[n]!] = (first + end - 1) / 2
    first = end
  }
  return found
}
