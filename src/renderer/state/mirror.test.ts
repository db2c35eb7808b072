import { describe, expect, it, vi } from 'vitest'
import type { Recording } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { createMirror } from './mirror'
import { withoutRecording, withRecording } from './mirrors'

type Change = (change: (value: number[]) => number[]) => void

function mirrored(load: () => Promise<number[]>) {
  let tell: Change = () => {}
  const mirror = createMirror<number[]>({
    load,
    follow: (change) => {
      tell = change
    }
  })
  return { mirror, tell: (change: (value: number[]) => number[]) => tell(change) }
}

describe('a mirror', () => {
  it('loads, then follows events', async () => {
    const { mirror, tell } = mirrored(async () => [1])
    expect(mirror.get()).toEqual({ status: 'loading' })
    await vi.waitFor(() => expect(mirror.get()).toEqual({ status: 'ready', value: [1] }))
    const listener = vi.fn()
    mirror.subscribe(listener)
    tell((value) => [...value, 2])
    expect(mirror.get()).toEqual({ status: 'ready', value: [1, 2] })
    expect(listener).toHaveBeenCalledOnce()
  })

  it('loses no event that comes while it loads', async () => {
    let finish: (value: number[]) => void = () => {}
    const { mirror, tell } = mirrored(() => new Promise((resolve) => (finish = resolve)))
    tell((value) => [...value, 2])
    finish([1])
    await vi.waitFor(() => expect(mirror.get()).toEqual({ status: 'ready', value: [1, 2] }))
  })

  it('says why it could not load, and can try again', async () => {
    let attempts = 0
    const { mirror } = mirrored(async () => {
      attempts += 1
      if (attempts === 1) throw new AppError('host-unreachable', 'gone')
      return [3]
    })
    await vi.waitFor(() =>
      expect(mirror.get()).toMatchObject({ status: 'failed', error: { code: 'host-unreachable' } })
    )
    await mirror.reload()
    expect(mirror.get()).toEqual({ status: 'ready', value: [3] })
  })
})

describe('the library’s list', () => {
  const recording = (id: string, addedAt: string) => ({ id, addedAt }) as Recording
  const [old, recent] = [recording('old', '2026-01-01'), recording('new', '2026-02-01')]

  it('takes a new recording in by its time and a known one in place', () => {
    expect(withRecording([old], recent).map(({ id }) => id)).toEqual(['new', 'old'])
    const changed = { ...old, name: 'renamed' }
    expect(withRecording([recent, old], changed)).toEqual([recent, changed])
  })

  it('lets go what was deleted', () => {
    expect(withoutRecording([recent, old], old.id)).toEqual([recent])
  })
})
