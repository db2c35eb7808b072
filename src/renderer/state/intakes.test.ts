import { describe, expect, it, vi } from 'vitest'
import type { Recording } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { createIntakes } from './intakes'

const recordingOf = (file: File) => ({ id: file.name, name: file.name }) as Recording
const file = (name: string) => new File(['x'], name)

describe('taking files in', () => {
  it('sends them one after the other and hands over what was stored', async () => {
    const onTaken = vi.fn()
    const seen: (string | undefined)[] = []
    const intakes = createIntakes({
      send: async (sent, onProgress) => {
        onProgress(0.5)
        seen.push(`${intakes.store.get().now?.name} ${intakes.store.get().now?.fraction}`)
        return recordingOf(sent)
      },
      onTaken
    })
    await intakes.take([file('a'), file('b')])
    expect(seen).toEqual(['a 0.5', 'b 0.5'])
    expect(onTaken).toHaveBeenCalledWith(
      [
        { id: 'a', name: 'a' },
        { id: 'b', name: 'b' }
      ],
      2
    )
    expect(intakes.store.get()).toEqual({ now: null, failures: [] })
  })

  it('goes on after a file that cannot be taken in, and remembers why', async () => {
    const intakes = createIntakes({
      send: async (sent) => {
        if (sent.name === 'bad') throw new AppError('audio-empty', 'no sound')
        return recordingOf(sent)
      },
      onTaken: () => {}
    })
    await intakes.take([file('bad'), file('good')])
    expect(intakes.store.get().failures).toMatchObject([{ name: 'bad', error: { code: 'audio-empty' } }])
    intakes.clear()
    expect(intakes.store.get().failures).toEqual([])
  })

  it('stops where it is told to, keeping what is stored', async () => {
    const onTaken = vi.fn()
    const intakes = createIntakes({
      send: async (sent, _onProgress, signal) => {
        if (sent.name === 'b') intakes.cancel()
        if (signal.aborted) throw new AppError('cancelled', 'stopped')
        return recordingOf(sent)
      },
      onTaken
    })
    await intakes.take([file('a'), file('b'), file('c')])
    expect(onTaken).toHaveBeenCalledWith([{ id: 'a', name: 'a' }], 3)
    expect(intakes.store.get().failures).toEqual([])
  })
})
