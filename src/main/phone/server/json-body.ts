import type { z } from 'zod'
import { Refusal } from './refusal'

/** @throws {Refusal} `invalid-request` for what is no JSON or not what the schema wants */
export function parseJson<Value>(schema: z.ZodType<Value>, body: Buffer): Value {
  let given: unknown
  try {
    given = JSON.parse(body.toString('utf8'))
  } catch {
    throw new Refusal('invalid-request', 'no JSON')
  }
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Refusal('invalid-request', parsed.error.issues[0]?.message ?? 'not understood')
  return parsed.data
}
