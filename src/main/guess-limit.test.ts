import { describe, expect, it } from 'vitest'
import { createGuessLimit } from './guess-limit'

describe('the limit of guesses', () => {
  it('shuts out one address after so many, everybody after more, and forgets after a while', () => {
    let now = 0
    const limit = createGuessLimit({ withinMs: 600_000, perAddress: 5, inAll: 20, now: () => now })
    for (let guess = 0; guess < 5; guess++) expect(limit.count('a')).toBe(false)
    expect([limit.isOpen('a'), limit.isOpen('b')]).toEqual([false, true])
    const counted = Array.from({ length: 15 }, (_, guess) => limit.count(`${guess}`))
    expect(counted.indexOf(true)).toBe(14)
    expect(limit.isOpen('new')).toBe(false)
    now = 600_000
    expect(limit.isOpen('a')).toBe(true)
  })
})
