import { describe, expect, it } from 'vitest'
import type { Recording, RecordingId, RecordingState } from '../../contracts/recording'
import { workProgress } from './work-progress'

const recording = (id: string, state: Partial<RecordingState>) => ({ id, state }) as Recording
const ids = (...names: string[]) => new Set(names as RecordingId[])

describe('the progress of work on several recordings', () => {
  it('counts what is to be sent, what is analysed and what cannot be, and parts of what is at work', () => {
    const library = [
      recording('a', { status: 'analysed' }),
      recording('b', { status: 'analysing', progress: { step: 'reading', fraction: 0.4 } }),
      recording('c', { status: 'failed' }),
      recording('another', { status: 'waiting' })
    ]
    expect(workProgress(ids('a', 'b', 'c'), library, { waiting: 2, failed: 1 })).toEqual({
      total: 6,
      analysed: 1,
      failed: 2,
      fraction: 3.1 / 6
    })
  })

  it('is whole once nothing is left to do, also where everything was deleted', () => {
    const library = [recording('a', { status: 'analysed' })]
    expect(workProgress(ids('a'), library, { waiting: 0, failed: 1 }).fraction).toBe(1)
    expect(workProgress(ids('a'), [], { waiting: 0, failed: 0 }).fraction).toBe(1)
  })
})
