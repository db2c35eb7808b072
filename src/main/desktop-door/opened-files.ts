import { resolve } from 'node:path'

/**
 * The files and folders that a command line names.
 *
 * Chromium adds switches of its own, in no promised order, so every word that begins with a dash is left out.
 *
 * @param argv without the program itself
 * @param folder that relative paths start from
 */
export function filesOf(argv: readonly string[], folder: string): string[] {
  return argv.filter((word) => word !== '' && !word.startsWith('-')).map((word) => resolve(folder, word))
}

/** What a second start hands to the first; it comes from another process, so it is looked at before it is believed. */
export function filesFromSecondStart(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) return []
  return data.files.filter((file): file is string => typeof file === 'string')
}

/** Keeps paths until somebody takes them: a file may be opened before the host is open. */
export class OpenedFiles {
  #waiting: string[] = []
  #take: ((paths: string[]) => void) | null = null

  add(paths: readonly string[]): void {
    if (paths.length === 0) return
    if (this.#take === null) this.#waiting.push(...paths)
    else this.#take([...paths])
  }

  /** From now on paths go to `take`, first of all those that wait. */
  giveTo(take: (paths: string[]) => void): void {
    this.#take = take
    this.add(this.#waiting.splice(0))
  }
}
