import { access } from 'node:fs/promises'
import { toErrorReply } from '../../core/errors'
import { openFiles } from '../library/files'
import { checkIndex } from '../library/index-table'
import { indexOf } from '../library/library'
import { findOddFolders } from '../library/reconcile'
import type { Found } from './found'

/** More of them would fill the page; the number says the rest. */
const MOST_NAMED = 5

/** Every page of the index, every folder of a recording, and whether both say the same. Changes nothing. */
export async function checkLibrary(folder: string): Promise<Found> {
  const path = indexOf(folder)
  const isThere = await access(path).then(
    () => true,
    () => false
  )
  if (!isThere) return { status: 'ok', finding: 'ok', values: { recordings: 0 } }
  try {
    const { problem, saidAts, recovered } = checkIndex(path)
    if (problem !== null) return { status: 'failed', finding: 'damaged', values: { problem } }
    const odd = await findOddFolders(await openFiles(folder), saidAts)
    const recordings = saidAts.size
    if (odd.length > 0) {
      const folders = odd.slice(0, MOST_NAMED).map((one) => `${one.folder} (${one.why})`)
      return { status: 'warning', finding: 'odd-folders', values: { count: odd.length, folders, recordings } }
    }
    if (recovered > 0) return { status: 'warning', finding: 'recovered', values: { recovered, recordings } }
    return { status: 'ok', finding: 'ok', values: { recordings } }
  } catch (thrown) {
    return { status: 'failed', finding: 'damaged', values: { problem: toErrorReply(thrown).message } }
  }
}
