import { describe, expect, it } from 'vitest'
import { createGuessLimit } from './guesses'
import { createNonces } from './nonces'

describe('the limit of guesses', () => {
  it('shuts one address out after five, everybody after twenty, and forgets after ten minutes', () => {
    let now = 0
    const limit = createGuessLimit(() => now)
    for (let guess = 0; guess < 5; guess++) expect(limit.count('a')).toBe(false)
    expect([limit.isOpen('a'), limit.isOpen('b')]).toEqual([false, true])
    const counted = Array.from({ length: 15 }, (_, guess) => limit.count(`${guess}`))
    expect(counted.indexOf(true)).toBe(14)
    expect(limit.isOpen('new')).toBe(false)
    now = 10 * 60 * 1000
    expect(limit.isOpen('a')).toBe(true)
  })
})

describe('a nonce', () => {
  it('lets each request through once, also those that were signed just before it changed', () => {
    let now = 0
    const nonces = createNonces(() => now)
    const first = nonces.current()
    expect(nonces.accept(first, 'phone', '1')).toBe(true)
    expect(nonces.accept(first, 'phone', '1')).toBe(false)
    expect(nonces.accept(first, 'other', '1')).toBe(true)
    now = 10 * 60 * 1000
    expect(nonces.current()).not.toBe(first)
    expect(nonces.accept(first, 'phone', '1')).toBe(false)
    expect(nonces.accept(first, 'phone', '2')).toBe(true)
    now = 20 * 60 * 1000
    expect(nonces.accept(first, 'phone', '3')).toBe(false)
    expect(nonces.accept('made up', 'phone', '4')).toBe(false)
  })
})
