import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, expect, it, vi } from 'vitest'
import { AppError } from '../src/core/errors'
import { notDrawn, PICTURE_KINDS, pictureOfBeats } from '../src/core/picture'
import type { AnalysisReply } from '../src/main/analysis/messages'
import { openLibrary } from '../src/main/library/library'
import { ownFolder } from '../src/main/owner'
import { Refusal } from '../src/main/phone/server/refusal'
import { openUploadFiles } from '../src/main/phone/uploads/upload-files'
import { openUploads } from '../src/main/phone/uploads/uploads'
import { createPipeline } from '../src/main/pipeline'
import { openSettings } from '../src/main/settings'
import { openStethoscopeStore } from '../src/main/stethoscopes/store'
import { markedBeats } from './builders/beats'
import { failAt, mendDisk } from './faulty-disk'
import { takeOf } from './phone-client'
import { isFull, keepNone } from './reliability/figures'

vi.mock('node:fs/promises', async (importReal) => (await import('./faulty-disk')).overDisk(await importReal()))
vi.mock('@photostructure/sqlite', async (importReal) => (await import('./faulty-disk')).overSqlite(await importReal()))
vi.setConfig({ testTimeout: isFull ? 1_800_000 : 300_000 })

/** Hundreds of libraries are written through: in memory where it can be, for here the disk is a double anyway. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const BYTES = Buffer.from('a heart, as far as the disk can tell')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const PHONE = { id: '00000000-0000-4000-8000-000000000001', name: 'Phone', key: '', scope: 'full' as const }

/** Always the same answer: here the disk is tried, not the network. */
const REPLY = {
  analysis: { answer: { outcome: 'cannot-tell' } },
  format: {},
  signalToNoiseDb: null,
  timingsMs: {},
  pictures: {
    ...Object.fromEntries(PICTURE_KINDS.map((kind) => [kind, notDrawn(kind)])),
    beats: pictureOfBeats(markedBeats([{ s1S: 0, s2S: 0.3 }])),
    heard: { samples: new Float32Array(8), sampleRate: 2000 }
  },
  playable: BYTES
} as unknown as AnalysisReply

/** A file is taken in, analysed, renamed, deleted, brought back; a phone sends a take; a setting and a stethoscope are chosen. */
async function doEverything(id: string, hear: (error: unknown) => void): Promise<void> {
  const step = async <Value>(work: () => Promise<Value>): Promise<Value | null> => {
    try {
      return await work()
    } catch (error) {
      hear(error)
      return null
    }
  }
  const letGo = await step(() => ownFolder(folder))
  const library = letGo && (await step(() => openLibrary(join(folder, 'library'))))
  if (!library) return letGo?.()
  try {
    const pipeline = createPipeline({
      library,
      analyser: { analyse: async () => REPLY, warmUp() {}, close() {} },
      operatingPoint: () => 'balanced',
      tuningOf: async () => null,
      publish: () => {}
    })
    async function* bytes() {
      yield BYTES
    }
    const added = await step(() => pipeline.takeIn(bytes(), { name: 'heart.wav', source: { kind: 'file' } }))
    if (added) {
      const { state } = (await step(() => pipeline.start(added.id))) ?? added
      if (state.status === 'failed') hear(new AppError(state.error.code, state.error.message))
      await step(() => library.rename(added.id, 'mine'))
      await step(() => library.remove(added.id))
      await step(() => library.restore(added.id))
    }
    const uploads = await step(async () =>
      openUploads({ files: await openUploadFiles(join(folder, 'incoming')), takeIn: pipeline.takeIn, onStored() {} })
    )
    if (uploads) {
      const phone = { ...PHONE, pairedAt: '', lastSeenAt: null }
      const take = Buffer.from('a take')
      await step(() => uploads.create(phone, id, takeOf(take, { person: 'Ann' })))
      await step(() => uploads.append(phone, id, 0, take))
      await step(() => uploads.finish(phone, id))
    }
    for (const { id: waiting, state } of (await step(async () => library.list())) ?? []) {
      if (state.status === 'waiting') await step(() => pipeline.start(waiting))
    }
    await step(async () => (await openSettings(folder)).set({ theme: 'dark' }))
    await step(async () => (await openStethoscopeStore(folder)).set({ kept: [], chosen: { files: null } }))
    await pipeline.close()
  } finally {
    library.close()
    letGo()
  }
}

/** Every call up to the last, or so many of them, spread evenly. */
const SOME = isFull ? Number.POSITIVE_INFINITY : 25

it.each(['ENOSPC', 'EIO', 'EACCES'] as const)(
  '%s at any call is told by its name, and costs nothing',
  async (fault) => {
    const untyped: string[] = []
    const costly: string[] = []
    const isTyped = (error: unknown) =>
      error instanceof Refusal ||
      (error instanceof AppError && error.code !== 'internal' && error.code !== 'library-damaged')
    const tryWith = async (at: number): Promise<number> => {
      folder = mkdtempSync(join(PLACE, 'ops-fusion-faults-'))
      const id = randomUUID()
      failAt(at, fault)
      await doEverything(id, (error) => {
        if (!isTyped(error)) untyped.push(`${at} ${String(error)}`)
      })
      const { call, calls } = mendDisk()
      // Whatever happened, the same again on a whole disk goes well.
      await doEverything(id, (error) => {
        // What a phone had sent before, it is told, and need not send again.
        if (!(error instanceof Refusal && error.code === 'wrong-offset')) costly.push(`${at} ${call} again: ${error}`)
      })
      const found = await lookAtLibrary()
      if (!isDeepStrictEqual(found, WHOLE)) costly.push(`${at} ${call}: ${JSON.stringify(found)}`)
      rmSync(folder, { recursive: true, force: true })
      return calls
    }
    const calls = await tryWith(Number.POSITIVE_INFINITY)
    expect(calls).toBeGreaterThan(200)
    const tries = Math.min(calls, SOME)
    for (let nth = 1; nth <= tries; nth++) await tryWith(Math.round((nth * calls) / tries))
    const where = `${fault} at ${tries} of ${calls} calls of the file system and of SQLite, one at a time`
    keepNone('disk-faults', `errors without a name, ${where}`, untyped.length)
    keepNone('disk-faults', `libraries not whole, or not usable, after the same again: ${where}`, costly.length)
    expect({ untyped, costly }).toEqual({ untyped: [], costly: [] })
  }
)

/** Two recordings, each once, with their sound, their words and their answers; nothing besides. */
const WHOLE = {
  recordings: [
    { name: 'mine', person: null, status: 'analysed', isWhole: true },
    { name: 'take.wav', person: 'Ann', status: 'analysed', isWhole: true }
  ],
  folders: 2,
  incoming: 0
}

async function lookAtLibrary(): Promise<typeof WHOLE | null> {
  const library = await openLibrary(join(folder, 'library')).catch(() => null)
  if (!library) return null
  try {
    const recordings = library.list().map(({ id, name, sha256: listed, state, source }) => ({
      name,
      person: source.kind === 'phone' ? source.person : null,
      status: state.status,
      isWhole: listed === sha256(readFileSync(library.files.pathOf(id, 'original')))
    }))
    const count = (name: string) => readdirSync(join(folder, 'library', name)).length
    return {
      recordings: recordings.sort((a, b) => a.name.localeCompare(b.name)),
      folders: count('recordings'),
      incoming: count('incoming')
    }
  } finally {
    library.close()
  }
}
