import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFiles } from '../src/main/library/files'
import { checkIndex } from '../src/main/library/index-table'
import { indexOf, openLibrary } from '../src/main/library/library'
import { findOddFolders } from '../src/main/library/reconcile'
import { sha256 } from './phone-client'

/** What is said of a recording. */
export interface Said {
  name: string
  person: string | null
  isThere: boolean
}

/**
 * What may be so of each recording that was acknowledged, by the hash of its sound: what was acknowledged last, and what
 * was asked for since.
 */
export class Acknowledged {
  private readonly possible = new Map<string, Said[]>()

  get size(): number {
    return this.possible.size
  }

  get byPhone(): number {
    return [...this.possible.values()].filter(([said]) => said?.person).length
  }

  take(hash: string, said: Said): void {
    this.possible.set(hash, [said])
  }

  /** @param ask resolves with whether the change was acknowledged */
  async change(hash: string, change: Partial<Said>, ask: () => Promise<boolean>): Promise<void> {
    const before = this.possible.get(hash) ?? []
    const after = before.map((said) => ({ ...said, ...change }))
    this.possible.set(hash, [...before, ...after])
    if (await ask()) this.possible.set(hash, after)
  }

  /** Opens the library as the next start of the program does, and looks for all of it. */
  async lookIn(folder: string): Promise<Losses> {
    const found = await readLibrary(folder)
    const losses: Losses = { sounds: 0, words: 0, doubled: 0, strays: found.strays }
    for (const [hash, possible] of this.possible) {
      const here = found.bySound.get(hash) ?? []
      if (here.length > 1) losses.doubled++
      if (here.length === 0 && possible.every(({ isThere }) => isThere)) losses.sounds++
      const isSaid = (one: Found) =>
        possible.some(({ isThere, name, person }) => isThere && name === one.name && person === one.person)
      if (!here.every(isSaid)) losses.words++
    }
    // What was kept and never acknowledged has its words all the same.
    for (const [hash, here] of found.bySound)
      if (!this.possible.has(hash) && here.some(({ id, name }) => id === name)) losses.words++
    return losses
  }
}

export interface Losses {
  /** Recordings that are not there, or whose sound is another. */
  sounds: number
  /** Recordings whose name or person is not what was said. */
  words: number
  /** Recordings that are there twice. */
  doubled: number
  /** Files and folders that belong to no recording. */
  strays: number
}

interface Found {
  id: string
  name: string
  person: string | null
}

async function readLibrary(folder: string): Promise<{ bySound: Map<string, Found[]>; strays: number }> {
  const library = await openLibrary(folder)
  try {
    const bySound = new Map<string, Found[]>()
    for (const { id, name, source } of library.list()) {
      const hash = sha256(await readFile(library.files.pathOf(id, 'original')).catch(() => Buffer.alloc(0)))
      const person = source.kind === 'phone' ? source.person : null
      bySound.set(hash, [...(bySound.get(hash) ?? []), { id, name, person }])
    }
    const odd = await findOddFolders(await openFiles(folder), checkIndex(indexOf(folder)).saidAts)
    return { bySound, strays: odd.length + (await readdir(join(folder, 'incoming'))).length }
  } finally {
    library.close()
  }
}
