import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../../core/errors'
import { readIfThere, writeWhole } from '../../whole-file'

/** Beside the browser door's. */
const FIRST_PORT = 4790

const portsSchema = z.object({ https: z.int().min(1).max(65_535), http: z.int().min(1).max(65_535) }).partial()

/**
 * Opens on the port of last time, for a phone keeps its unsent recordings by address and port.
 *
 * @param open rejects with `busy-port` where somebody else has it, `port-not-allowed` where the system does not give it out
 */
export async function onStablePort<Opened extends { port: number }>(
  folder: string,
  scheme: 'https' | 'http',
  open: (port: number) => Promise<Opened>
): Promise<Opened> {
  const path = join(folder, 'ports.json')
  const ports = parse(await readIfThere(path))
  const first = ports[scheme] ?? (scheme === 'https' ? FIRST_PORT : FIRST_PORT + 1)
  const opened = await open(first).catch((error: unknown) => {
    if (error instanceof AppError && (error.code === 'busy-port' || error.code === 'port-not-allowed')) return open(0)
    throw error
  })
  if (opened.port !== ports[scheme])
    await writeWhole(path, JSON.stringify({ ...ports, [scheme]: opened.port }), { isSynced: true })
  return opened
}

function parse(text: string | null): z.infer<typeof portsSchema> {
  try {
    return portsSchema.parse(JSON.parse(text ?? '{}'))
  } catch {
    // A damaged file costs the remembered port, nothing else.
    return {}
  }
}
