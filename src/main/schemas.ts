import { z } from 'zod'
import type { Inputs } from '../contracts/desktop-api'
import type { RecordingId } from '../contracts/recording'
import { LONGEST_STETHOSCOPE_NAME } from '../contracts/stethoscope'
import type { Part } from '../core/leave-out'
import { RECORDING_LIMITS } from '../core/recording-limits'
import { SIMULATED_BPM } from '../core/simulate'
import { settingsChangeSchema } from './settings'
import { soundSourceSchema } from './stethoscopes/store'

/** One schema an input: what comes through a door is a stranger's until it has passed here. */
type Schemas<Domains> = { [D in keyof Domains]: { [M in keyof Domains[D]]: z.ZodType<Domains[D][M]> } }

const byId = z.strictObject({ id: z.uuid().transform((id) => id as RecordingId) })
const byPhone = z.strictObject({ phoneId: z.uuid() })
const channel = z
  .int()
  .min(0)
  .max(RECORDING_LIMITS.mostChannels - 1)
const nothing = z.undefined()
const stethoscopeName = z.string().trim().min(1).max(LONGEST_STETHOSCOPE_NAME)
/** Every recording of a large library, and more. */
const known = z
  .array(z.strictObject({ ...byId.shape, kind: z.enum(['normal', 'abnormal']), person: z.string().trim().max(100) }))
  .max(10_000)

/** From a call, or from the query of a URL, where numbers come as text. */
export const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('span'), startS: z.coerce.number().min(0), endS: z.coerce.number().min(0) }),
  z.strictObject({ kind: z.literal('band'), lowHz: z.coerce.number().min(0), highHz: z.coerce.number().min(0) })
]) satisfies z.ZodType<Part>

export const schemas = {
  library: {
    list: nothing,
    remove: byId,
    restore: byId,
    rename: z.strictObject({ ...byId.shape, name: z.string().trim().min(1).max(200) })
  },
  analysis: {
    start: z.strictObject({ ...byId.shape, channel: channel.optional() }),
    cancel: byId,
    all: nothing,
    startAll: nothing,
    cancelAll: nothing,
    leaveOut: z.strictObject({ ...byId.shape, part: partSchema })
  },
  samples: {
    list: nothing,
    open: z.strictObject({ id: z.string().max(100) }),
    simulate: z.strictObject({
      heartRateBpm: z.number().min(SIMULATED_BPM.least).max(SIMULATED_BPM.most),
      murmur: z.enum(['none', 'systolic', 'diastolic']),
      murmurLevelDb: z.number().min(-40).max(0),
      noiseLevelDb: z.number().min(-60).max(0)
    })
  },
  phone: {
    state: nothing,
    open: nothing,
    stop: nothing,
    newCode: nothing,
    confirm: byPhone,
    refuse: byPhone,
    rename: z.strictObject({ ...byPhone.shape, name: z.string().trim().min(1).max(60) }),
    revoke: byPhone,
    setPlain: z.strictObject({ isOn: z.boolean() }),
    setTrust: z.strictObject({ isOn: z.boolean() }),
    openFirewall: nothing
  },
  stethoscopes: {
    get: nothing,
    preview: z.strictObject({ known }),
    keep: z.strictObject({ name: stethoscopeName, known, source: soundSourceSchema.nullable() }),
    rename: z.strictObject({ id: z.uuid(), name: stethoscopeName }),
    remove: z.strictObject({ id: z.uuid() }),
    restore: z.strictObject({ id: z.uuid() }),
    choose: z.strictObject({ source: soundSourceSchema, id: z.uuid().nullable().optional() }),
    file: z.strictObject({ id: z.uuid() }),
    // Too long a one is no stethoscope, which is said better than that the call was wrong.
    take: z.strictObject({ text: z.string().max(100_000) })
  },
  system: { about: nothing, check: nothing, bundle: nothing },
  settings: { get: nothing, set: settingsChangeSchema }
} satisfies Schemas<Omit<Inputs, 'settings'>> & { settings: Record<keyof Inputs['settings'], z.ZodType> }
