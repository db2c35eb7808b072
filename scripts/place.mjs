import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program's folder, wherever a command is called from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Ends with one sentence. */
export function stopWith(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
