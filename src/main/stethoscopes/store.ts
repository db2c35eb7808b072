import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SoundSource, Stethoscope, Stethoscopes } from '../../contracts/stethoscope'
import { onDisk } from '../storage-error'
import { readIfThere, writeWhole } from '../whole-file'
import { stethoscopeSchema } from './stethoscope-file'

/** What a stethoscope can be chosen for, as a stranger may send it. */
export const soundSourceSchema = z.union([
  z.literal('files'),
  z.templateLiteral(['phone:', z.uuid()]),
  z.templateLiteral(['recording:', z.uuid()])
]) as z.ZodType<SoundSource>

/** Each entry falls away by itself, so one bad one loses no other. */
const storedSchema = z.object({
  kept: z.array(stethoscopeSchema.nullable().catch(null)).catch([]),
  chosen: z
    .array(z.strictObject({ source: soundSourceSchema, id: z.uuid().nullable() }).nullable().catch(null))
    .catch([])
})

/** `stethoscopes.json`, in the folder of the settings. */
export interface StethoscopeStore {
  get(): Stethoscopes
  /** @throws {AppError} `disk-full`, `storage-unwritable`; the change holds until the program ends */
  set(next: Stethoscopes): Promise<Stethoscopes>
}

/** Reads what is kept; a missing or damaged file holds nothing. */
export async function openStethoscopeStore(folder: string): Promise<StethoscopeStore> {
  const path = join(folder, 'stethoscopes.json')
  let now = stored(await readIfThere(path).catch(() => null))
  return {
    get: () => now,
    async set(next) {
      now = next
      const chosen = Object.entries(now.chosen).map(([source, id]) => ({ source, id }))
      await onDisk(() => mkdir(folder, { recursive: true }))
      await writeWhole(path, JSON.stringify({ kept: now.kept, chosen }, null, 2))
      return now
    }
  }
}

function stored(text: string | null): Stethoscopes {
  const { kept, chosen } = storedSchema.catch({ kept: [], chosen: [] }).parse(jsonOf(text ?? ''))
  return {
    kept: kept.filter((one): one is Stethoscope => one !== null),
    chosen: Object.fromEntries(chosen.flatMap((one) => (one ? [[one.source, one.id]] : [])))
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
