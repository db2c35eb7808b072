import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SoundSource, Stethoscopes } from '../../contracts/stethoscope'
import { onDisk } from '../storage-error'
import { putAside, readOrPutAside, writeWhole } from '../whole-file'
import { stethoscopeSchema } from './stethoscope-file'

/** What a stethoscope can be chosen for, as a stranger may send it. */
export const soundSourceSchema = z.union([
  z.literal('files'),
  z.templateLiteral(['phone:', z.uuid()]),
  z.templateLiteral(['recording:', z.uuid()])
]) as z.ZodType<SoundSource>

/** An entry that is damaged is null, so that it costs no other. */
const storedSchema = z.object({
  kept: z.array(stethoscopeSchema.nullable().catch(null)),
  chosen: z.array(z.strictObject({ source: soundSourceSchema, id: z.uuid().nullable() }).nullable().catch(null))
})

/** `stethoscopes.json`, in the folder of the settings. */
export interface StethoscopeStore {
  get(): Stethoscopes
  /** @throws {AppError} `disk-full`, `storage-unwritable`; the change holds until the program ends */
  set(next: Stethoscopes): Promise<Stethoscopes>
}

/**
 * Reads what is kept. A damaged file is put aside, and what is whole in it written anew.
 *
 * @throws {AppError} `disk-full`, `storage-unwritable`, also when the file is there and cannot be read
 */
export async function openStethoscopeStore(folder: string): Promise<StethoscopeStore> {
  const path = join(folder, 'stethoscopes.json')
  const read = await readOrPutAside(path, (text) => storedSchema.parse(JSON.parse(text)))
  let now = read ? wholeOf(read) : { kept: [], chosen: {} }
  const set = async (next: Stethoscopes) => {
    now = next
    const chosen = Object.entries(now.chosen).map(([source, id]) => ({ source, id }))
    await onDisk(() => mkdir(folder, { recursive: true }))
    await writeWhole(path, JSON.stringify({ kept: now.kept, chosen }, null, 2), { isSynced: true })
    return now
  }
  if (read && [...read.kept, ...read.chosen].includes(null)) {
    await putAside(path)
    await set(now)
  }
  return { get: () => now, set }
}

function wholeOf({ kept, chosen }: z.infer<typeof storedSchema>): Stethoscopes {
  return {
    kept: kept.filter((one) => one !== null),
    chosen: Object.fromEntries(chosen.flatMap((one) => (one ? [[one.source, one.id]] : [])))
  }
}
