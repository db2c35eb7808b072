import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { analysisOf, recordingOf } from '../../../tests/builders/analysis'
import { card } from '../../../tests/builders/card'
import type { HostEvent } from '../../contracts/host-events'
import type { Recording, RecordingId } from '../../contracts/recording'
import type { Analysis, NamedTuning } from '../../core/analysis'
import { type Library, openLibrary } from '../library/library'
import { createAnswersAgain } from './answers-again'

const blue: NamedTuning = { name: 'Blue one', scale: 1, offset: -4 }
const other = { ...analysisOf([2]), model: { name: 'test', version: '0.9.0', sha256: 'f'.repeat(64) } }

let folder: string
let library: Library
let told: HostEvent[]
let tuning: NamedTuning | null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-again-'))
  library = await openLibrary(folder)
  told = []
  tuning = blue
})
afterEach(async () => {
  library.close()
  await rm(folder, { recursive: true })
})

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text)
}
async function add(name: string, analysis: Analysis): Promise<RecordingId> {
  const { id } = await library.add(bytes(name), { name, source: { kind: 'file' } })
  await library.setState(id, recordingOf(1, analysis).state)
  return id
}
const answerOf = ({ state }: Recording) => (state.status === 'analysed' ? state.analysis.answer : null)
const again = (pipeline = { start: async (id: RecordingId) => library.get(id), view: (one: Recording) => one }) =>
  createAnswersAgain({
    library,
    pipeline,
    tuningOf: async () => tuning,
    readCard: async () => card,
    publish: (event) => told.push(event)
  })

describe('answers on another scale than is chosen', () => {
  it('are made again at once, told, and stored; there and back', async () => {
    const id = await add('a', analysisOf([2]))
    const before = answerOf(library.get(id))
    await again()()
    expect(answerOf(library.get(id))).toMatchObject({ outcome: 'normal-like', tuning: blue })
    expect(told.map(({ domain, method }) => `${domain}.${method}`)).toEqual(['library.onChanged'])
    tuning = null
    await again()()
    const back = answerOf(library.get(id))
    expect(back).not.toHaveProperty('tuning')
    expect(back?.abnormalProbability).toBeCloseTo(before!.abnormalProbability, 9)
  })

  it('are left alone where they stand on it already, or another network gave them', async () => {
    await add('a', analysisOf([2], blue))
    await add('b', other)
    await again()()
    expect(told).toEqual([])
  })

  it('stay where one cannot be stored, and the others are made again', async () => {
    const [id, next] = [await add('a', analysisOf([2])), await add('b', analysisOf([2]))]
    const stored = library.files.pathOf(id, 'analysis.json')
    await rm(stored)
    await mkdir(join(stored, 'in the way'), { recursive: true })
    await again()()
    expect(answerOf(library.get(id))).not.toHaveProperty('tuning')
    expect(answerOf(library.get(next))).toMatchObject({ tuning: blue })
  })

  it('follow when an analysis that began before the choice has ended', async () => {
    const id = await add('a', analysisOf([2]))
    let isEnded = false
    await again({
      view: (one) => ({ ...one, state: { status: 'analysing', progress: { step: 'model', fraction: 0 } } }),
      start: async () => {
        isEnded = true
        return library.setState(id, recordingOf(1, analysisOf([3])).state)
      }
    })()
    expect(isEnded).toBe(true)
    expect(answerOf(library.get(id))?.abnormalProbability).toBeCloseTo(1 / (1 + Math.exp(1)), 9)
  })

  it('wait only for what still runs: neither what ended meanwhile nor what was removed is analysed anew', async () => {
    const [first, second, removed] = [
      await add('a', analysisOf([2])),
      await add('b', analysisOf([2])),
      await add('c', analysisOf([2]))
    ]
    const running = new Set([first, second, removed])
    const joined: RecordingId[] = []
    await again({
      view: (one) =>
        running.has(one.id)
          ? { ...one, state: { status: 'analysing', progress: { step: 'model', fraction: 0 } } }
          : one,
      start: async (id) => {
        joined.push(id)
        running.clear()
        await library.remove(removed)
        return library.get(id)
      }
    })()
    expect(joined).toHaveLength(1)
    expect([first, second].map((id) => answerOf(library.get(id))?.tuning)).toEqual([blue, blue])
    expect(told.map(({ payload }) => payload)).not.toContainEqual(expect.objectContaining({ id: removed }))
  })
})
