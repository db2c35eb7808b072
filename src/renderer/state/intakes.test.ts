import { describe, expect, it, vi } from 'vitest'
import type { Recording } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { createIntakes, type IntakeOptions } from './intakes'

const recordingOf = (file: File) => ({ id: file.name, name: file.name }) as Recording
const file = (name: string) => new File(['x'], name)
const sendAll: IntakeOptions['send'] = async (sent) => {
  if (sent.name === 'bad') throw new AppError('audio-empty', 'no sound')
  return recordingOf(sent)
}

describe('taking files in', () => {
  it('shows how far the file is, and hands over what was stored', async () => {
    const onTaken = vi.fn()
    const seen: unknown[] = []
    const intakes = createIntakes({
      send: async (sent, onProgress) => {
        onProgress(0.5)
        seen.push(intakes.store.get().now)
        return recordingOf(sent)
      },
      onTaken
    })
    await intakes.take([file('a')])
    expect(seen).toEqual([{ name: 'a', fraction: 0.5 }])
    expect(onTaken).toHaveBeenCalledExactlyOnceWith({ id: 'a', name: 'a' })
    expect(intakes.store.get()).toEqual({ now: null, failures: [], batch: null })
  })

  it('keeps several files together, one after the other, until it is told that all is over', async () => {
    const onTaken = vi.fn()
    const waiting: unknown[] = []
    const intakes = createIntakes({
      send: async (sent) => {
        waiting.push(intakes.store.get().batch?.waiting)
        return recordingOf(sent)
      },
      onTaken
    })
    await intakes.take([file('a'), file('b')], 3)
    expect(waiting).toEqual([2, 1])
    expect(intakes.store.get().batch).toEqual({ waiting: 0, taken: ['a', 'b'], failed: 0, leftOut: 3 })
    await intakes.take([file('c'), file('d')], 1)
    expect(intakes.store.get().batch).toEqual({ waiting: 0, taken: ['a', 'b', 'c', 'd'], failed: 0, leftOut: 4 })
    expect(onTaken).not.toHaveBeenCalled()
    intakes.endBatch()
    expect(intakes.store.get().batch).toBeNull()
  })

  it('goes on after a file that cannot be taken in, and remembers why', async () => {
    const intakes = createIntakes({ send: sendAll, onTaken: () => {} })
    await intakes.take([file('bad'), file('good')])
    expect(intakes.store.get().batch).toMatchObject({ taken: ['good'], failed: 1 })
    expect(intakes.store.get().failures).toMatchObject([{ name: 'bad', error: { code: 'audio-empty' } }])
    intakes.clear()
    expect(intakes.store.get().failures).toEqual([])
  })

  it('stops where it is told to, keeping what is stored', async () => {
    const intakes = createIntakes({
      send: async (sent, _onProgress, signal) => {
        if (sent.name === 'b') intakes.cancel()
        if (signal.aborted) throw new AppError('cancelled', 'stopped')
        return recordingOf(sent)
      },
      onTaken: () => {}
    })
    await intakes.take([file('a'), file('b'), file('c')])
    expect(intakes.store.get()).toMatchObject({ failures: [], batch: { waiting: 0, taken: ['a'], failed: 0 } })
  })
})
