/** Files that a folder always carries along and nobody means. */
const CLUTTER = /^(\.|Thumbs\.db$|desktop\.ini$)/i
/** A dropped home folder must not walk for ever. */
const MOST_FILES = 5_000

/**
 * Every file of a drop, folders walked to the bottom, in the order of their names.
 *
 * Must be called while the drop event is being handled: the entries are gone afterwards.
 */
export function filesOfDrop(transfer: Pick<DataTransfer, 'items' | 'files'>): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  return entries.length > 0 ? walk(entries) : Promise.resolve([...transfer.files])
}

/** Files below the entries; hidden ones and clutter are left out. */
export async function walk(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = []
  const waiting = [...entries]
  for (let entry = waiting.shift(); entry && files.length < MOST_FILES; entry = waiting.shift()) {
    if (entry.isFile) {
      if (!CLUTTER.test(entry.name)) files.push(await fileOf(entry as FileSystemFileEntry))
    } else if (!entry.name.startsWith('.')) {
      waiting.unshift(...(await childrenOf(entry as FileSystemDirectoryEntry)))
    }
  }
  return files
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
