import type { Reply } from '../contracts/reply'
import { AppError, toErrorReply } from '../core/errors'
import type { Host } from './host'
import { schemas } from './schemas'

type Handler = (input: unknown) => unknown
type Schema = { safeParse(input: unknown): { success: true; data: unknown } | { success: false; error: Error } }

/**
 * Does one call, whichever door it came through: looked up, parsed, handled, put into the envelope. Never throws; what
 * goes wrong in a call of ours is written down.
 *
 * @param name `domain.method`, as in `CHANNELS`
 */
export async function replyToCall(
  { handlers, note }: Pick<Host, 'handlers' | 'note'>,
  name: string,
  input: unknown
): Promise<Reply<unknown>> {
  try {
    const [domain = '', method = ''] = name.split('.')
    const schema = find<Schema>(schemas, domain, method)
    const handler = find<Handler>(handlers, domain, method)
    if (!schema || !handler) throw new AppError('invalid-request', `no such call: ${name}`)
    const parsed = schema.safeParse(input)
    if (!parsed.success)
      throw new AppError('invalid-request', `${name}: ${parsed.error.message}`, { cause: parsed.error })
    return {
      ok: true,
      value: await noted(
        () => handler(parsed.data),
        (thrown) => note(name, thrown)
      )
    }
  } catch (error) {
    return { ok: false, error: toErrorReply(error) }
  }
}

async function noted(work: () => unknown, note: (thrown: unknown) => void): Promise<unknown> {
  try {
    return await work()
  } catch (thrown) {
    note(thrown)
    throw thrown
  }
}

/** Own properties only: `constructor` and its kin are no calls. */
function find<Found>(table: object, domain: string, method: string): Found | null {
  const methods: unknown = Object.hasOwn(table, domain) && table[domain as keyof typeof table]
  if (typeof methods !== 'object' || methods === null || !Object.hasOwn(methods, method)) return null
  return methods[method as keyof typeof methods] as Found
}
