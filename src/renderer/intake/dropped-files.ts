import { sortFound } from '../../contracts/sound-files'

/** A dropped home folder must not walk for ever. */
const MOST_FILES = 5_000

export interface DroppedFiles {
  files: File[]
  /** Files of folders that were left out by their names. */
  leftOut: number
}

/**
 * Every file of a drop, folders walked to the bottom, in the order of their names.
 *
 * Must be called while the drop event is being handled: the entries are gone afterwards.
 */
export async function filesOfDrop(transfer: Pick<DataTransfer, 'items' | 'files'>): Promise<DroppedFiles> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  return entries.length > 0 ? walk(entries) : { files: [...transfer.files], leftOut: 0 }
}

/** Files that were dropped themselves, whatever their names, and those in folders that may be sound. */
export async function walk(dropped: readonly FileSystemEntry[]): Promise<DroppedFiles> {
  const found: DroppedFiles = { files: [], leftOut: 0 }
  for (const entry of dropped) {
    if (entry.isFile) found.files.push(await fileOf(entry as FileSystemFileEntry))
    else await walkFolder(entry as FileSystemDirectoryEntry, found)
  }
  return found
}

async function walkFolder(folder: FileSystemDirectoryEntry, found: DroppedFiles): Promise<void> {
  for (const entry of await childrenOf(folder)) {
    if (found.files.length >= MOST_FILES) return
    const sort = sortFound(entry.name)
    if (sort === 'hidden') continue
    if (entry.isDirectory) await walkFolder(entry as FileSystemDirectoryEntry, found)
    else if (sort === 'other') found.leftOut++
    else found.files.push(await fileOf(entry as FileSystemFileEntry))
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** A reader hands out a hundred at a time until it hands out none. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (batch.length === 0) break
    children.push(...batch)
  }
  return children.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}
