import { z } from 'zod'
import {
  type Capture,
  type PhoneSource,
  POSTURES,
  type Recording,
  type RecordingId,
  SITES,
  type SimulatorSettings,
  type Source,
  TAKE_ENDS
} from '../../contracts/recording'
import { AppError } from '../../core/errors'

/** All of a recording that cannot be made again but the sound itself: `recording.json` in its folder. */
export interface Said extends Omit<Recording, 'state'> {
  /** ISO 8601; null while it is in the library. */
  deletedAt: string | null
  /** Made up from the sound alone: what the person or the phone had said of it was lost. */
  isRecovered: boolean
}

const told = z.boolean().nullable()

const capture: z.ZodType<Capture> = z.object({
  way: z.enum(['worklet', 'recorder', 'file']),
  browser: z.string(),
  microphone: z.string().nullable(),
  sampleRate: z.number().nullable(),
  processing: z.object({ echoCancellation: told, noiseSuppression: told, autoGainControl: told }),
  codec: z.string(),
  ended: z.enum(TAKE_ENDS).nullable()
})

const phone: z.ZodType<PhoneSource> = z.object({
  kind: z.literal('phone'),
  phone: z.string(),
  phoneId: z.string(),
  capture,
  site: z.enum(SITES).nullable(),
  posture: z.enum(POSTURES).nullable().default(null),
  person: z.string(),
  note: z.string(),
  recordedAt: z.string().nullable()
})

const simulator: z.ZodType<SimulatorSettings> = z.object({
  heartRateBpm: z.number(),
  murmur: z.enum(['none', 'systolic', 'diastolic']),
  murmurLevelDb: z.number(),
  noiseLevelDb: z.number()
})

const source: z.ZodType<Source> = z.union([
  z.object({ kind: z.literal('file') }),
  z.object({ kind: z.literal('sample'), sample: z.string() }),
  z.object({ kind: z.literal('simulator'), settings: simulator }),
  phone
])

const saidSchema: z.ZodType<Said> = z.object({
  id: z.uuid().transform((id) => id as RecordingId),
  name: z.string(),
  source,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  addedAt: z.iso.datetime(),
  // Earlier versions wrote the file once, and knew of no more.
  deletedAt: z.iso.datetime().nullable().default(null),
  isRecovered: z.boolean().default(false)
})

/** Whether a folder may be that of a recording. */
export function isRecordingId(name: string): name is RecordingId {
  return z.uuid().safeParse(name).success
}

/** What a folder says of its recording. @throws {AppError} `library-damaged` */
export function parseSaid(text: string): Said {
  try {
    return saidSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError('library-damaged', (cause as Error).message, { cause })
  }
}

/** The file's text; who reads it without this program finds one fact a line. */
export function writeSaid(said: Said): string {
  return JSON.stringify({ version: 1, ...said }, null, 2)
}
