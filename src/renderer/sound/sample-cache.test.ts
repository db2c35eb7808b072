import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SampleCache } from './sample-cache'

const heard = Float32Array.from({ length: 20_000 }, (_, n) => n + 1)
const settle = () => new Promise((resolve) => setTimeout(resolve))

function cacheOf(samples: Float32Array) {
  const asked: number[] = []
  const cache = new SampleCache(async (first, count) => {
    asked.push(first)
    return samples.slice(first, first + count)
  }, heard.length)
  return { cache, asked }
}

describe('the cache of samples', () => {
  it('asks once for what is looked at, and says when it has come', async () => {
    const { cache, asked } = cacheOf(heard)
    expect(cache.between(100, 200)).toBeNull()
    cache.want(100, 200)
    cache.want(150, 250)
    expect(asked).toEqual([0])
    await settle()
    expect(cache.arrivals.get()).toBe(1)
    expect(cache.between(100, 200)).toEqual(heard.slice(100, 200))
    expect(cache.isMissing).toBe(false)
    cache.want(100, 200)
    expect(asked).toEqual([0])
  })

  it('joins any stretch of what has come, silent beyond the ends', async () => {
    const { cache } = cacheOf(heard)
    cache.want(0, heard.length)
    await settle()
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 20_300 }), fc.integer({ min: 0, max: 20_000 }), (first, length) => {
        const joined = cache.between(first, first + length)
        expect(joined).toHaveLength(length)
        expect(joined?.every((sample, n) => sample === (heard[first + n] ?? 0))).toBe(true)
      })
    )
  })

  it('gives nothing of a recording whose samples were not kept, and does not go on asking', async () => {
    const { cache, asked } = cacheOf(new Float32Array())
    cache.want(0, 100)
    await settle()
    cache.want(0, 100)
    expect(cache.between(0, 100)).toBeNull()
    expect(asked).toEqual([0])
    expect(cache.isMissing).toBe(true)
  })

  it('asks again at the next look where it failed', async () => {
    let attempts = 0
    const cache = new SampleCache(async () => {
      attempts += 1
      throw new Error('no')
    }, heard.length)
    cache.want(0, 100)
    await settle()
    cache.want(0, 100)
    expect(attempts).toBe(2)
    expect(cache.arrivals.get()).toBe(0)
  })

  it('lets go of what was not looked at for longest', async () => {
    const length = 8192 * 200
    const asked: number[] = []
    const cache = new SampleCache(async (first, count) => {
      asked.push(first)
      return new Float32Array(count)
    }, length)
    cache.want(0, 8192 * 100)
    await settle()
    cache.between(0, 10)
    cache.want(8192 * 100, length)
    await settle()
    expect(cache.between(0, 10)).not.toBeNull()
    expect(cache.between(8192, 8202)).toBeNull()
    expect(asked).toHaveLength(200)
  })

  it('takes nothing in once it is closed', async () => {
    const { cache } = cacheOf(heard)
    cache.want(0, 100)
    cache.close()
    await settle()
    expect([cache.arrivals.get(), cache.between(0, 100)]).toEqual([0, null])
  })
})
