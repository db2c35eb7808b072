import { open } from 'node:fs/promises'
import type { NamedTuning } from '../core/analysis'
import { readCard } from '../main/analysis/model-files'
import { openingError } from '../main/file-bytes'
import { MOST_CHARACTERS, readStethoscope } from '../main/stethoscopes/stethoscope-file'

/** In UTF-8; one more than allowed shows that there are too many. */
const MOST_BYTES = 4 * MOST_CHARACTERS + 1

/**
 * The scale of a stethoscope's file.
 *
 * @throws {AppError} as `openingError`, as `readStethoscope`, as `readCard`
 */
export async function readProfile(path: string, models: string): Promise<NamedTuning> {
  const [text, card] = await Promise.all([textOf(path), readCard(models)])
  const { name, scale, offset } = readStethoscope(text, card)
  return { name, scale, offset }
}

/** No more of it than a stethoscope can have: the name may be that of a film. */
async function textOf(path: string): Promise<string> {
  const unreadable = (cause: unknown): never => {
    throw openingError(path, cause)
  }
  const file = await open(path).catch(unreadable)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES)).catch(unreadable)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
