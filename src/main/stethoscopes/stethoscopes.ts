import { randomUUID } from 'node:crypto'
import type { Recording } from '../../contracts/recording'
import {
  type KnownPerson,
  type SoundSource,
  type Stethoscope,
  type Stethoscopes,
  stethoscopeOf,
  type TuningPreview
} from '../../contracts/stethoscope'
import type { NamedTuning } from '../../core/analysis'
import { AppError } from '../../core/errors'
import type { ModelCard } from '../../core/model-card'
import { previewTuning } from './preview'
import { type ForeignStethoscope, readStethoscope, writeStethoscope } from './stethoscope-file'
import type { StethoscopeStore } from './store'

/** The stethoscopes of this installation; every change gives all of them as they then are. */
export interface StethoscopeService {
  get(): Stethoscopes
  /** The scale that a recording is to be answered on; null for the card's own. */
  tuningOf(recording: Recording): Promise<NamedTuning | null>
  /** @throws {AppError} as `readCard`, as everything below that needs the card */
  preview(known: readonly KnownPerson[]): Promise<TuningPreview>
  keep(made: { name: string; known: readonly KnownPerson[]; source: SoundSource | null }): Promise<Stethoscopes>
  /** @throws {AppError} `stethoscope-not-found`, as all that take an id */
  rename(id: string, name: string): Promise<Stethoscopes>
  /** What was chosen for it stands on the card's own scale; {@link restore} brings it back until the program ends. */
  remove(id: string): Promise<Stethoscopes>
  restore(id: string): Promise<Stethoscopes>
  /** @param id null for none; undefined where a single recording is to follow its source again */
  choose(source: SoundSource, id: string | null | undefined): Promise<Stethoscopes>
  /** As the small file by which it is handed on. */
  fileOf(id: string): string
  /** @throws {AppError} `stethoscope-damaged`, `stethoscope-other-network` */
  take(text: string): Promise<Stethoscopes>
}

export function createStethoscopes({
  store,
  recordings,
  readCard,
  onChanged
}: {
  store: StethoscopeStore
  recordings: () => readonly Recording[]
  readCard: () => Promise<ModelCard>
  /** Answers may have to be made again. */
  onChanged: (stethoscopes: Stethoscopes) => void
}): StethoscopeService {
  const removed = new Map<string, Stethoscope>()
  const get = () => store.get()
  const find = (id: string): Stethoscope => {
    const found = get().kept.find((one) => one.id === id)
    if (!found) throw new AppError('stethoscope-not-found', `no stethoscope ${id}`)
    return found
  }
  const set = async (change: Partial<Stethoscopes>): Promise<Stethoscopes> => {
    const next = { ...get(), ...change }
    try {
      return await store.set(next)
    } finally {
      // Also where it could not be written: it holds until the program ends.
      onChanged(next)
    }
  }
  const add = (foreign: ForeignStethoscope, id: string = randomUUID()) => [{ id, ...foreign }, ...get().kept]

  return {
    get,
    async tuningOf(recording) {
      const chosen = stethoscopeOf(recording, get())
      if (!chosen || chosen.model.sha256 !== (await readCard()).sha256) return null
      const { name, scale, offset } = chosen
      return { name, scale, offset }
    },
    preview: async (known) => previewTuning(recordings(), known, await readCard()),
    async keep({ name, known, source }) {
      const card = await readCard()
      const { scale, offset, people } = previewTuning(recordings(), known, card)
      const model = { name: card.name, version: card.version, sha256: card.sha256 }
      const id = randomUUID()
      const kept = add({ name, madeAt: new Date().toISOString(), scale, offset, people, model }, id)
      return set({ kept, ...(source && { chosen: { ...get().chosen, [source]: id } }) })
    },
    rename(id, name) {
      const renamed = { ...find(id), name }
      return set({ kept: get().kept.map((one) => (one.id === id ? renamed : one)) })
    },
    remove(id) {
      removed.set(id, find(id))
      return set({ kept: get().kept.filter((one) => one.id !== id) })
    },
    restore(id) {
      const back = removed.get(id)
      if (!back) throw new AppError('stethoscope-not-found', `${id} was not deleted in this run`)
      removed.delete(id)
      return set({ kept: [...get().kept, back].sort((a, b) => b.madeAt.localeCompare(a.madeAt)) })
    },
    choose(source, id) {
      if (typeof id === 'string') find(id)
      const { [source]: _, ...others } = get().chosen
      return set({ chosen: id === undefined ? others : { ...others, [source]: id } })
    },
    fileOf: (id) => writeStethoscope(find(id)),
    take: async (text) => set({ kept: add(readStethoscope(text, await readCard())) })
  }
}
