import { describe, expect, it } from 'vitest'
import { createNonces } from './nonces'

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
