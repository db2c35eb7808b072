import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** What lies beside recordings and is none. Any other file of a folder is tried, whatever its name. */
const NOT_SOUND = new Set(
  '.csv .tsv .txt .md .json .xml .html .htm .css .js .py .m .hea .dat .mat .pdf .doc .docx .xls .xlsx .png .jpg .jpeg .gif .svg .zip .gz .tar .7z .sha256 .md5'.split(
    ' '
  )
)

export interface FoundFiles {
  /** As they were named, folders walked, in the order of the command line and by name within a folder. */
  files: string[]
  /** Files of folders that were left out by their names. */
  leftOut: number
}

/**
 * The files that a command line means.
 *
 * A file that is named is always kept, also where it does not exist: its own line says what is wrong with it.
 * In folders hidden files are left out, and so are links to folders, which may lead round in circles.
 */
export async function findFiles(named: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], leftOut: 0 }
  for (const path of named) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false
    )
    if (isFolder) await walk(path, found)
    else found.files.push(path)
  }
  return found
}

async function walk(folder: string, found: FoundFiles): Promise<void> {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await walk(path, found)
    else if (!(await isFile(entry, path))) continue
    else if (NOT_SOUND.has(extname(entry.name).toLowerCase())) found.leftOut++
    else found.files.push(path)
  }
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return stat(path).then(
    (target) => target.isFile(),
    () => false
  )
}
