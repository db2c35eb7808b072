import { describe, expect, it } from 'vitest'
import { summarise, timeByTurns } from './timing'

describe('timing', () => {
  it('takes the middle of an odd and of an even number of runs', () => {
    expect(summarise([9, 1, 2]).medianMs).toBe(2)
    expect(summarise([4, 1, 2, 9])).toMatchObject({ bestMs: 1, medianMs: 3 })
    expect(summarise([7])).toEqual({ runs: 1, bestMs: 7, medianMs: 7, p95Ms: 7 })
  })

  it('leaves the slowest twentieth out of the 95th percentile', () => {
    const times = Array.from({ length: 100 }, (_, i) => i + 1)
    expect(summarise(times).p95Ms).toBe(95)
  })

  it('runs by turns and does not count the warm-up', async () => {
    const order: string[] = []
    const timings = await timeByTurns({ a: () => order.push('a'), b: () => order.push('b') }, { runs: 2, warmUps: 1 })
    expect(order.join('')).toBe('ababab')
    expect(timings.a.runs).toBe(2)
  })
})
