import { z } from 'zod'
import {
  MICROPHONE_BLOCKS,
  type PairRequest,
  type StageReport,
  type UploadRequest,
  VISIT_STAGES
} from '../../../contracts/phone-api'
import { type Capture, POSTURES, SITES, TAKE_ENDS } from '../../../contracts/recording'
import { beginningOf } from '../../../core/plain-text'
import { RECORDING_LIMITS } from '../../../core/recording-limits'
import { displayName } from '../../media'

/** One schema an input: all that a phone sends is a stranger's until it has passed here. */

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))

/** Shown, never used as a path: what could harm a line of text is taken out. */
const line = (longest: number) =>
  z
    .string()
    .max(4 * longest)
    .transform((text) => beginningOf(text.replace(/\p{C}/gu, '').trim(), longest))

const paragraph = z
  .string()
  .max(4000)
  .transform((text) => beginningOf(text.replace(/[^\P{C}\n]/gu, '').trim(), 1000))

const told = z.boolean().nullable()

const captureSchema: z.ZodType<Capture> = z.strictObject({
  way: z.enum(['worklet', 'recorder', 'file']),
  browser: line(100),
  microphone: line(100).nullable(),
  sampleRate: z.number().min(1).max(1_000_000).nullable(),
  processing: z.strictObject({ echoCancellation: told, noiseSuppression: told, autoGainControl: told }),
  codec: line(100),
  ended: z.enum(TAKE_ENDS).nullable()
})

export const uploadIdSchema = z.uuid().toLowerCase()

export const uploadSchema: z.ZodType<UploadRequest> = z.strictObject({
  name: z.string().max(10_000).transform(displayName),
  bytes: z.int().min(1).max(RECORDING_LIMITS.mostBytes),
  sha256: hex(64),
  capture: captureSchema,
  site: z.enum(SITES).nullable(),
  posture: z.enum(POSTURES).nullable(),
  person: line(100),
  note: paragraph,
  recordedAt: z.iso.datetime({ offset: true }).nullable()
})

export const pairSchema: z.ZodType<PairRequest> = z.strictObject({
  token: hex(64),
  device: hex(32),
  name: line(60)
})

export const stageSchema: z.ZodType<StageReport> = z.strictObject({
  stage: z.enum(VISIT_STAGES),
  block: z.enum(MICROPHONE_BLOCKS).nullable(),
  token: z.union([hex(64), z.literal('')])
})

/** What a signed request says of itself, from its headers. */
export const signedSchema = z.object({
  phoneId: z.uuid(),
  nonce: hex(32),
  request: hex(32),
  offset: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .nullable(),
  bodySha256: hex(64),
  signature: hex(64)
})
