import { describe, expect, it } from 'vitest'
import type { HostEvent } from '../../contracts/host-events'
import type { Recording, RecordingId } from '../../contracts/recording'
import { followProgress } from './taskbar'

const change = (id: string, state: unknown): HostEvent => ({
  domain: 'library',
  method: 'onChanged',
  payload: { id, state } as Recording
})
const SETTINGS = { theme: 'dark', operatingPoint: 'balanced', showsEvidence: false } as const
const waiting = { status: 'waiting' }
const failed = { status: 'failed' }
const half = { status: 'analysing', progress: { step: 'decoding', fraction: 1 } }

describe('followProgress', () => {
  it('shows the mean of all that was begun, and nothing once all is done', () => {
    const follow = followProgress()
    expect(follow(change('a', waiting))).toBe(0)
    expect(follow(change('a', half))).toBeCloseTo(0.5)
    expect(follow(change('b', waiting))).toBeCloseTo(0.25)
    expect(follow(change('a', failed))).toBe(0.5)
    expect(follow(change('b', failed))).toBe(-1)
  })

  it('stays while the last step has ended and the answer is not stored yet', () => {
    const follow = followProgress()
    follow(change('a', waiting))
    expect(follow(change('a', { status: 'analysing', progress: { step: 'beat', fraction: 1 } }))).toBe(1)
    expect(follow(change('a', { status: 'analysed' }))).toBe(-1)
  })

  it('begins anew with the next burst', () => {
    const follow = followProgress()
    follow(change('a', waiting))
    follow(change('a', failed))
    expect(follow(change('b', waiting))).toBe(0)
  })

  it('forgets a recording that is deleted while it waits', () => {
    const follow = followProgress()
    follow(change('a', waiting))
    expect(follow({ domain: 'library', method: 'onRemoved', payload: 'a' as RecordingId })).toBe(-1)
  })

  it('does not begin anew with each recording while all are analysed again', () => {
    const follow = followProgress()
    const all = (done: number, isRunning = true): HostEvent => ({
      domain: 'analysis',
      method: 'onAllChanged',
      payload: { isRunning, done, total: 2 }
    })
    expect(follow(all(0))).toBe(0)
    expect(follow(change('a', half))).toBeCloseTo(0.25)
    follow(change('a', { status: 'analysed' }))
    expect(follow(all(1))).toBe(0.5)
    expect(follow(change('b', half))).toBeCloseTo(0.75)
    follow(change('b', { status: 'analysed' }))
    follow(all(2))
    expect(follow(all(2, false))).toBe(-1)
  })

  it('is not moved by other events, nor by a recording that was done before', () => {
    const follow = followProgress()
    expect(follow({ domain: 'settings', method: 'onChanged', payload: SETTINGS })).toBeNull()
    expect(follow(change('a', failed))).toBe(-1)
  })
})
