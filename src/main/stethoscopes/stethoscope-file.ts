import { z } from 'zod'
import { LONGEST_STETHOSCOPE_NAME, type Stethoscope } from '../../contracts/stethoscope'
import { AppError } from '../../core/errors'
import type { ModelCard } from '../../core/model-card'

/** What the file says that it is. */
const KIND = 'ops-fusion stethoscope'

/** More than any of ours; nobody's JSON is read that is larger. */
export const MOST_CHARACTERS = 10_000

const count = z.int().min(0).max(1_000_000)

const plainShape = {
  name: z.string().trim().min(1).max(LONGEST_STETHOSCOPE_NAME),
  madeAt: z.iso.datetime(),
  // Far beyond what a few people can bring about.
  scale: z.number().min(0.1).max(10),
  offset: z.number().min(-50).max(50),
  people: z.strictObject({ normal: count, abnormal: count }),
  model: z.strictObject({
    name: z.string().max(100),
    version: z.string().max(100),
    sha256: z.string().regex(/^[0-9a-f]{64}$/)
  })
}

/** As the program keeps it. */
export const stethoscopeSchema = z.strictObject({ id: z.uuid(), ...plainShape }) satisfies z.ZodType<Stethoscope>

const fileSchema = z.strictObject({ kind: z.literal(KIND), schema: z.literal(1), ...plainShape })

/** One that has no place in the program yet. */
export type ForeignStethoscope = Omit<Stethoscope, 'id'>

/** The small file by which a stethoscope is handed on. */
export function writeStethoscope({ name, madeAt, scale, offset, people, model }: ForeignStethoscope): string {
  return `${JSON.stringify({ kind: KIND, schema: 1, name, madeAt, scale, offset, people, model }, null, 2)}\n`
}

/**
 * Reads such a file, wherever it comes from.
 *
 * @throws {AppError} `stethoscope-damaged`; `stethoscope-other-network` where it was made for another than the card's
 */
export function readStethoscope(
  text: string,
  { version, sha256 }: Pick<ModelCard, 'version' | 'sha256'>
): ForeignStethoscope {
  const { kind: _, schema: __, ...read } = parse(text)
  if (read.model.sha256 !== sha256) {
    const values = { name: read.name, madeFor: read.model.version, version }
    throw new AppError('stethoscope-other-network', `made for ${read.model.sha256}, not ${sha256}`, { values })
  }
  return read
}

function parse(text: string): z.infer<typeof fileSchema> {
  try {
    if (text.length > MOST_CHARACTERS) throw new RangeError(`${text.length} characters`)
    return fileSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError('stethoscope-damaged', 'no stethoscope of ours', { cause })
  }
}
