import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGuessLimit } from './guess-limit'

afterEach(() => vi.useRealTimers())

describe('the limit of guesses', () => {
  it('shuts out one address after so many, nobody else, and forgets after a while', () => {
    let now = 0
    const limit = createGuessLimit({ withinMs: 600_000, perAddress: 5, now: () => now })
    for (let guess = 0; guess < 5; guess++) limit.count('a')
    for (let other = 0; other < 1000; other++) limit.count(`${other}`)
    expect([limit.isOpen('a'), limit.isOpen('b')]).toEqual([false, true])
    now = 600_000
    expect(limit.isOpen('a')).toBe(true)
  })

  it('shuts out everybody after more, where that is wanted', () => {
    const limit = createGuessLimit({ withinMs: 600_000, perAddress: 5, inAll: 20 })
    for (let guess = 0; guess < 20; guess++) {
      expect(limit.isOpen('new')).toBe(true)
      limit.count(`${guess}`)
    }
    expect(limit.isOpen('new')).toBe(false)
    limit.forgive()
    expect(limit.isOpen('new')).toBe(true)
  })

  it('lets nobody in again because somebody has set the clock', () => {
    const limit = createGuessLimit({ withinMs: 600_000, perAddress: 1 })
    limit.count('a')
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + 24 * 3600 * 1000)
    expect(limit.isOpen('a')).toBe(false)
  })
})
