import type { RecordingId, RecordingState } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import type { LibraryFiles } from './files'
import type { IndexTable } from './index-table'
import { isRecordingId, type Said } from './said'

/** A folder of which the library cannot make a whole recording; it is left as it is. */
export interface OddFolder {
  folder: string
  why: 'no-recording' | 'copied' | 'no-sound' | 'unreadable'
}

/** So many folders are looked into at once. */
const AT_ONCE = 64

/** What a folder needs so that folder and index say the same. */
type Todo =
  | { kind: 'nothing' }
  /** The index knows more: from before the folders had everything, or because the file was lost. */
  | ({ kind: 'write' } & Lost)
  | { kind: 'read'; said: Said; saidAt: number; isNew: boolean }
  /** Neither says anything: the sound alone is left. */
  | ({ kind: 'make-up' } & Lost)

/** A recording of which the folder says nothing. */
interface Lost {
  id: RecordingId
  /** Its file is there, but cannot be read. */
  isDamaged: boolean
}

interface Look {
  odd: OddFolder['why'] | null
  todo: Todo
}

const NOTHING: Todo = { kind: 'nothing' }

/** `saidAt` of each row of an index. */
type Known = ReadonlyMap<RecordingId, number>

/**
 * Brings the index in line with the folders, which have the last word: what they say is taken up, what they have lost
 * is written into them again from the index, and what neither knows is made up from the sound.
 *
 * No folder keeps the library from opening.
 *
 * @param isRebuilt the index may name recordings that have gone for good since: they are forgotten
 */
export async function reconcile(files: LibraryFiles, index: IndexTable, isRebuilt: boolean): Promise<void> {
  const known = index.saidAts()
  const folders = await files.list()
  await inTurns(folders, (folder) =>
    orUnreadable(async () => {
      const { odd, todo } = await look(folder, files, known)
      await act(todo, files, index)
      return odd
    })
  )
  const there = new Set(folders)
  if (isRebuilt) for (const id of known.keys()) if (!there.has(id)) index.erase(id)
}

/** The folders that are no whole recordings, and the recordings whose folder has gone; changes nothing. */
export async function findOddFolders(files: LibraryFiles, known: Known): Promise<OddFolder[]> {
  const folders = await files.list()
  const reasons = await inTurns(folders, (folder) => orUnreadable(async () => (await look(folder, files, known)).odd))
  const there = new Set(folders)
  return [
    ...folders.flatMap((folder, at): OddFolder[] => (reasons[at] ? [{ folder, why: reasons[at] }] : [])),
    ...[...known.keys()].flatMap((id): OddFolder[] => (there.has(id) ? [] : [{ folder: id, why: 'no-sound' }]))
  ]
}

async function look(folder: string, files: LibraryFiles, known: Known): Promise<Look> {
  if (!isRecordingId(folder)) return { odd: 'no-recording', todo: NOTHING }
  const [saidAt, row] = [await files.saidAt(folder), known.get(folder)]
  const odd = (await files.has(folder, 'original')) ? null : 'no-sound'
  if (row !== undefined && row === saidAt) return { odd, todo: NOTHING }
  if (row === 0) return { odd, todo: { kind: 'write', id: folder, isDamaged: false } }
  const said = saidAt === null ? null : await readSaid(folder, files)
  if (said && said.id !== folder) return { odd: 'copied', todo: NOTHING }
  if (said) return { odd, todo: { kind: 'read', said, saidAt: saidAt ?? 0, isNew: row === undefined } }
  const lost: Lost = { id: folder, isDamaged: saidAt !== null }
  if (row !== undefined) return { odd, todo: { kind: 'write', ...lost } }
  return odd ? { odd: 'no-recording', todo: NOTHING } : { odd, todo: { kind: 'make-up', ...lost } }
}

async function act(todo: Todo, files: LibraryFiles, index: IndexTable): Promise<void> {
  switch (todo.kind) {
    case 'nothing':
      return
    case 'write': {
      const said = index.said(todo.id)
      return said ? keepAnew(said, todo, files, index) : undefined
    }
    case 'read':
      index.put(todo.said, todo.saidAt)
      return todo.isNew ? takeAnalysis(todo.said.id, files, index) : undefined
    case 'make-up':
      return keepAnew(await fromSound(todo.id, files), todo, files, index)
  }
}

async function inTurns<Value>(folders: readonly string[], work: (folder: string) => Promise<Value>): Promise<Value[]> {
  const done: Value[] = []
  for (let first = 0; first < folders.length; first += AT_ONCE)
    done.push(...(await Promise.all(folders.slice(first, first + AT_ONCE).map(work))))
  return done
}

/** A folder that the disk refuses to read, or to write, costs itself. */
async function orUnreadable(work: () => Promise<OddFolder['why'] | null>): Promise<OddFolder['why'] | null> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'storage-unwritable') return 'unreadable'
    throw thrown
  }
}

/** Says it in the folder first, then in the index. */
export async function keep(said: Said, files: LibraryFiles, index: IndexTable): Promise<void> {
  await files.writeSaid(said)
  index.put(said, (await files.saidAt(said.id)) ?? 0)
}

/** As {@link keep}; a file that is damaged may be read by a person yet, and is put aside. */
async function keepAnew(said: Said, { isDamaged }: Lost, files: LibraryFiles, index: IndexTable): Promise<void> {
  if (isDamaged) await files.putAside(said.id, 'recording.json')
  await keep(said, files, index)
}

/** Null where the file is damaged. */
async function readSaid(id: RecordingId, files: LibraryFiles): Promise<Said | null> {
  try {
    return await files.readSaid(id)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'library-damaged') return null
    throw thrown
  }
}

/** What the sound alone tells. */
async function fromSound(id: RecordingId, files: LibraryFiles): Promise<Said> {
  const measured = await files.measure(id)
  if (!measured) throw new AppError('storage-unwritable', `the sound of ${id} has gone`)
  const addedAt = new Date().toISOString()
  return { id, name: id, source: { kind: 'file' }, ...measured, addedAt, deletedAt: null, isRecovered: true }
}

/** The answer that was found before the index was lost. One that cannot be read is found again. */
async function takeAnalysis(id: RecordingId, files: LibraryFiles, index: IndexTable): Promise<void> {
  if (!(await files.has(id, 'analysis.json'))) return
  const state = parseState((await files.read(id, 'analysis.json')).toString('utf8'))
  if (state) index.setState(id, state)
}

function parseState(text: string): RecordingState | null {
  try {
    const state = JSON.parse(text) as Partial<RecordingState>
    return state.status === 'analysed' && 'analysis' in state ? (state as RecordingState) : null
  } catch {
    // Written without waiting for the disk: a power cut may have cut it short.
    return null
  }
}
