import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Settings } from '../contracts/desktop-api'
import { onDisk } from './storage-error'
import { readOrPutAside, writeWhole } from './whole-file'

/** What a person has chosen; each field falls back to its default by itself, so one bad value loses no other. */
const settingsSchema = z.object({
  /** Colours of the window. */
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Which errors the threshold avoids. */
  operatingPoint: z.enum(['miss-few', 'balanced', 'alarm-few']).catch('balanced'),
  /** Whether the evidence is drawn on the pictures. */
  showsEvidence: z.boolean().catch(false)
}) satisfies z.ZodType<Settings>

/** What the window may send: any of the fields, each of them right. */
export const settingsChangeSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  operatingPoint: z.enum(['miss-few', 'balanced', 'alarm-few']).optional(),
  showsEvidence: z.boolean().optional()
})

export interface SettingsStore {
  get(): Settings
  /** @throws {AppError} `disk-full`, `storage-unwritable`; the change holds until the program ends */
  set(change: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>
}

/**
 * Reads `settings.json`; a missing file gives the defaults, and so does a damaged one, which is put aside.
 *
 * @throws {AppError} `storage-unwritable` when the file is there and cannot be read
 */
export async function openSettings(folder: string): Promise<SettingsStore> {
  const path = join(folder, 'settings.json')
  const kept = await readOrPutAside(path, (text) => settingsSchema.parse(JSON.parse(text)))
  let settings: Settings = kept ?? settingsSchema.parse({})
  return {
    get: () => settings,
    async set(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      settings = { ...settings, ...given }
      await onDisk(() => mkdir(folder, { recursive: true }))
      await writeWhole(path, JSON.stringify(settings, null, 2), { isSynced: true })
      return settings
    }
  }
}
