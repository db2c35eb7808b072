import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recording } from '../contracts/recording'
import { AppError } from '../core/errors'
import type { Kind } from '../core/tuning'
import { createClosing } from '../main/closing'
import { findFiles } from '../main/find-files'

/** A sound file, and what is known of who was recorded. */
export interface KnownFile {
  path: string
  /** As it is told of. */
  name: string
  kind: Kind
  person: string
}

/**
 * The sounds of the people who were named: each name is a file, a folder of one person, or a recording of the library.
 *
 * @param data gives the folder of the library, which is asked for only where a name is no file
 * @throws {AppError} `file-not-found` where a name is neither; as `ownFolder` and `openLibrary`
 */
export async function findKnown(
  named: Readonly<Record<Kind, readonly string[]>>,
  data: () => string
): Promise<KnownFile[]> {
  const known: KnownFile[] = []
  for (const kind of ['normal', 'abnormal'] as const) {
    for (const person of named[kind]) {
      if (await exists(person)) {
        const { files } = await findFiles([person])
        known.push(...files.map((path) => ({ path, name: path, kind, person })))
      } else known.push(...(await inLibrary(person, kind, data())))
    }
  }
  return known
}

async function inLibrary(named: string, kind: Kind, data: string): Promise<KnownFile[]> {
  const folder = join(data, 'library')
  const notFound = () =>
    new AppError('file-not-found', `neither a file nor a recording: ${named}`, { values: { path: named } })
  // Opening makes a library where there is none.
  if (!(await exists(folder))) throw notFound()
  const [{ openLibrary }, { ownFolder }] = await Promise.all([
    import('../main/library/library'),
    import('../main/owner')
  ])
  const closing = createClosing()
  try {
    closing.add(await ownFolder(data))
    const library = await openLibrary(folder)
    closing.add(library.close)
    const found = library.list().filter(({ id, name }) => id === named || name === named)
    if (found.length === 0) throw notFound()
    return found.map((recording) => ({
      path: library.files.pathOf(recording.id, 'original'),
      name: recording.name,
      kind,
      person: personOf(recording) || named
    }))
  } finally {
    await closing.close()
  }
}

function personOf({ source }: Recording): string {
  return source.kind === 'phone' ? source.person : ''
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
