import { join } from 'node:path'
import type { Recording, RecordingId, RecordingState, Source } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { RECORDING_LIMITS } from '../../core/recording-limits'
import { createOneByOne } from '../one-by-one'
import { openBestIndex } from './best-index'
import { type LibraryFiles, openFiles, type Received } from './files'
import { createPictures, type Pictures } from './pictures'
import { keep, reconcile } from './reconcile'
import type { Said } from './said'
import { createUpkeep } from './upkeep'

/** What is told of bytes that are taken in. */
export interface Newcomer {
  name: string
  source: Source
  /** Is given the hash of all bytes before any are kept; where it throws, nothing is kept. */
  check?: (sha256: string) => void
}

/**
 * Every recording that was taken in, with what was found in it.
 *
 * A recording's folder says all of it; the index finds it quickly, and can be made anew from the folders. Whatever
 * touches the disk throws the {@link AppError}s `disk-full` and `storage-unwritable`.
 */
export interface Library {
  /**
   * Takes bytes in: sound and words on disk, hashed and indexed before it returns. The same bytes again give the same
   * recording, mend its sound where that was lost, and its words where those were.
   *
   * @throws {AppError} `file-too-large`, `audio-empty`, and what the sender's bytes threw
   */
  add(chunks: AsyncIterable<Uint8Array>, about: Newcomer): Promise<Recording>
  list(): Recording[]
  /** @throws {AppError} `recording-not-found`, as all that take an id */
  get(id: RecordingId): Recording
  setState(id: RecordingId, state: RecordingState): Promise<Recording>
  rename(id: RecordingId, name: string): Promise<Recording>
  remove(id: RecordingId): Promise<void>
  restore(id: RecordingId): Promise<Recording>
  savePictures: Pictures['save']
  readPicture: Pictures['read']
  readSamples: Pictures['readSamples']
  files: Pick<LibraryFiles, 'pathOf' | 'has' | 'read'>
  close(): void
}

/** Where the index of a library is. */
export function indexOf(folder: string): string {
  return join(folder, 'index.sqlite')
}

/**
 * Opens the library, and clears away what was deleted a day ago or never finished arriving.
 *
 * @throws {AppError} `disk-full`, `storage-unwritable`, `library-newer`
 */
export async function openLibrary(folder: string): Promise<Library> {
  const files = await openFiles(folder)
  const { index, isRebuilt } = await openBestIndex(indexOf(folder))
  const pictures = createPictures(files)
  const oneByOne = createOneByOne()
  const upkeep = createUpkeep(indexOf(folder), files, index, oneByOne)
  const close = () => {
    upkeep.stop()
    index.close()
  }

  const get = (id: RecordingId): Recording => {
    const recording = index.get(id)
    if (!recording) throw new AppError('recording-not-found', `no recording ${id}`)
    return recording
  }
  /** Changes what is said of a recording, in its folder and in the index. */
  const say = (id: RecordingId, change: Partial<Said>): Promise<Recording> =>
    oneByOne(id, async () => {
      const said = index.said(id)
      if (!said) throw new AppError('recording-not-found', `no recording ${id}`)
      await keep({ ...said, ...change }, files, index)
      return get(id)
    })

  const addNew = async (received: Received, { name, source }: Newcomer): Promise<Recording> => {
    const addedAt = new Date().toISOString()
    const said: Said = { ...received, name, source, addedAt, deletedAt: null, isRecovered: false }
    await files.settle(received, said)
    try {
      index.put(said, (await files.saidAt(said.id)) ?? 0)
      return get(said.id)
    } catch (thrown) {
      // Not acknowledged, so not there: the same bytes come again.
      await files.delete(said.id).catch(() => {})
      throw thrown
    }
  }
  const addAgain = async (known: Recording, received: Received, { name, source }: Newcomer): Promise<Recording> => {
    const { id, sha256 } = known
    if ((await files.measure(id))?.sha256 === sha256) await files.discard(received)
    else {
      await files.replace(received, id)
      // It failed for want of its sound.
      if (known.state.status === 'failed') index.setState(id, { status: 'waiting' })
    }
    const isRecovered = index.said(id)?.isRecovered ?? false
    return say(id, { deletedAt: null, isRecovered: false, ...(isRecovered && { name, source }) })
  }

  try {
    await files.sweepIncoming()
    await reconcile(files, index, isRebuilt)
    await upkeep.now()
  } catch (thrown) {
    close()
    throw thrown
  }

  return {
    files,
    get,
    list: index.list,
    async add(chunks, about) {
      const received = await files.receive(chunks, RECORDING_LIMITS.mostBytes)
      try {
        about.check?.(received.sha256)
        // The same bytes side by side must find each other.
        return await oneByOne(received.sha256, () => {
          const known = index.findByHash(received.sha256)
          return known ? addAgain(known, received, about) : addNew(received, about)
        })
      } catch (thrown) {
        await files.discard(received).catch(() => {})
        throw thrown
      }
    },
    async setState(id, state) {
      get(id)
      if (state.status === 'analysed') await files.write(id, 'analysis.json', Buffer.from(JSON.stringify(state)))
      index.setState(id, state)
      return get(id)
    },
    rename: (id, name) => say(id, { name }),
    remove: async (id) => void (await say(id, { deletedAt: new Date().toISOString() })),
    restore: (id) => say(id, { deletedAt: null }),
    async savePictures(id, drawn, playable) {
      get(id)
      await pictures.save(id, drawn, playable)
    },
    async readPicture(id, kind) {
      get(id)
      return pictures.read(id, kind)
    },
    async readSamples(id, first, count) {
      get(id)
      return pictures.readSamples(id, first, count)
    },
    close
  }
}
