import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { analysisOf, idOf, recordingOf, refused } from '../../../tests/builders/analysis'
import { card } from '../../../tests/builders/card'
import type { PhoneSource, Recording } from '../../contracts/recording'
import type { KnownPerson, Stethoscopes } from '../../contracts/stethoscope'
import { tune } from '../../core/tuning'
import { createStethoscopes, type StethoscopeService } from './stethoscopes'
import { openStethoscopeStore } from './store'

const phoneSource = {
  kind: 'phone',
  phone: 'Pixel',
  phoneId: idOf(70),
  site: null,
  posture: null,
  person: 'Ada',
  note: '',
  recordedAt: null
} as Omit<PhoneSource, 'capture'> as PhoneSource

const other = { ...analysisOf([1]), model: { name: 'test', version: '0.9.0', sha256: 'f'.repeat(64) } }
const recordings: Recording[] = [
  recordingOf(1, analysisOf([0.9])),
  recordingOf(2, analysisOf([1.1])),
  recordingOf(3, analysisOf([0.7])),
  recordingOf(4, analysisOf([6])),
  recordingOf(5, refused(analysisOf([5]))),
  recordingOf(6, other),
  { ...recordingOf(7, other), state: { status: 'waiting' } },
  recordingOf(8, analysisOf([1]), phoneSource),
  recordingOf(9, analysisOf([1]), { kind: 'sample', sample: 'a0027' })
]
const normal = (...ids: number[]): KnownPerson[] =>
  ids.map((n) => ({ id: idOf(n), kind: 'normal', person: `person ${n}` }))

let folder: string
let service: StethoscopeService
let told: Stethoscopes[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-stethoscopes-'))
  told = []
  service = createStethoscopes({
    store: await openStethoscopeStore(folder),
    recordings: () => recordings,
    readCard: async () => card,
    onChanged: (now) => told.push(now)
  })
})
afterEach(() => rm(folder, { recursive: true }))

const keepBlue = (source: 'files' | null = 'files') =>
  service.keep({ name: 'Blue one', known: normal(1, 2, 3), source })

describe('a stethoscope', () => {
  it('is shown before it is kept: what moves, who is left out and why, how many answers would turn', async () => {
    const preview = await service.preview(normal(1, 2, 3, 5, 6, 7, 99))
    const { scale, offset } = tune(
      [0.9, 1.1, 0.7].map((logOdds, n) => ({ kind: 'normal' as const, person: String(n), logOdds })),
      card.tuning
    )
    expect(preview).toMatchObject({ scale, people: { normal: 3, abnormal: 0 } })
    expect(preview.offset).toBeCloseTo(offset, 9)
    expect(preview.offset).toBeLessThan(-0.5)
    expect(preview.moved.map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)])
    const [{ before, after } = {}] = preview.moved
    expect(before?.abnormalProbability).toBeCloseTo(0.71, 2)
    expect(after?.abnormalProbability).toBeCloseTo(1 / (1 + Math.exp(-0.9 - offset)), 9)
    expect(preview.leftOut).toEqual([
      { id: idOf(5), reason: 'refused' },
      { id: idOf(6), reason: 'other-network' },
      { id: idOf(7), reason: 'not-analysed' },
      { id: idOf(99), reason: 'not-analysed' }
    ])
    expect(preview.turned).toEqual([
      { source: 'files', answers: 4, turned: 3 },
      { source: `phone:${idOf(70)}`, answers: 1, turned: 1 }
    ])
    expect(told).toEqual([])
  })

  it('weighs recordings without a name as those of one person', async () => {
    const nameless = normal(1, 2, 3).map((one) => ({ ...one, person: '' }))
    expect((await service.preview(nameless)).people.normal).toBe(1)
  })

  it('is used for what it was chosen for, and for nothing that no sensor of yours heard', async () => {
    await keepBlue()
    const names = await Promise.all(recordings.map(async (one) => (await service.tuningOf(one))?.name ?? null))
    const file = 'Blue one'
    expect(names).toEqual([file, file, file, file, file, file, file, null, null])
  })

  it('can be another for a single recording, or none, until that follows its source again', async () => {
    const { kept } = await keepBlue(null)
    const own = `recording:${idOf(1)}` as const
    const [first, second] = [recordings[0]!, recordings[1]!]
    await service.choose(own, kept[0]!.id)
    expect((await service.tuningOf(first))?.name).toBe('Blue one')
    expect(await service.tuningOf(second)).toBeNull()
    await service.choose('files', kept[0]!.id)
    await service.choose(own, null)
    expect(await service.tuningOf(first)).toBeNull()
    expect((await service.tuningOf(second))?.name).toBe('Blue one')
    await service.choose(own, undefined)
    expect((await service.tuningOf(first))?.name).toBe('Blue one')
  })

  it('is called anew, deleted, and brought back to what it was used for', async () => {
    const id = (await keepBlue()).kept[0]!.id
    expect((await service.rename(id, 'Littmann')).kept[0]?.name).toBe('Littmann')
    expect((await service.remove(id)).kept).toEqual([])
    expect(await service.tuningOf(recordings[0]!)).toBeNull()
    expect((await service.restore(id)).kept[0]?.name).toBe('Littmann')
    expect((await service.tuningOf(recordings[0]!))?.name).toBe('Littmann')
    expect(told).toHaveLength(4)
  })

  it('goes out as a file and comes in again beside the first', async () => {
    const [blue] = (await keepBlue()).kept
    const { kept } = await service.take(service.fileOf(blue!.id))
    expect(kept).toHaveLength(2)
    const { id: _, ...copy } = kept[0]!
    const { id: __, ...original } = blue!
    expect(copy).toEqual(original)
    await expect(service.take('{}')).rejects.toMatchObject({ code: 'stethoscope-damaged' })
  })

  it('that was made for another network stays, and is not used', async () => {
    const { kept } = await keepBlue()
    const later = createStethoscopes({
      store: await openStethoscopeStore(folder),
      recordings: () => recordings,
      readCard: async () => ({ ...card, version: '2.0.0', sha256: 'e'.repeat(64) }),
      onChanged: () => {}
    })
    expect(later.get().kept).toEqual(kept)
    expect(await later.tuningOf(recordings[0]!)).toBeNull()
  })

  it('that is not there is said to be gone', async () => {
    await expect(async () => service.remove(idOf(5))).rejects.toMatchObject({ code: 'stethoscope-not-found' })
    await expect(async () => service.choose('files', idOf(5))).rejects.toMatchObject({ code: 'stethoscope-not-found' })
    expect(() => service.fileOf(idOf(5))).toThrow(expect.objectContaining({ code: 'stethoscope-not-found' }))
  })
})
