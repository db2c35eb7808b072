import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { AppError } from '../src/core/errors'
import { notDrawn, PICTURE_KINDS, pictureOfBeats } from '../src/core/picture'
import type { AnalysisReply } from '../src/main/analysis/messages'
import { openLibrary } from '../src/main/library/library'
import { Refusal } from '../src/main/phone/server/refusal'
import { openUploadFiles } from '../src/main/phone/uploads/upload-files'
import { openUploads } from '../src/main/phone/uploads/uploads'
import { createPipeline } from '../src/main/pipeline'
import { openSettings } from '../src/main/settings'
import { openStethoscopeStore } from '../src/main/stethoscopes/store'
import { failAt, mendDisk } from './faulty-disk'
import { takeOf } from './phone-client'

vi.mock('node:fs/promises', async (importReal) => (await import('./faulty-disk')).overDisk(await importReal()))
vi.setConfig({ testTimeout: process.env['OPS_FUSION_FULL'] ? 1_800_000 : 300_000 })

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
    beats: pictureOfBeats([{ s1S: 0, s2S: 0.3 }]),
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
  const library = await step(() => openLibrary(join(folder, 'library')))
  if (!library) return
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
      const { state } = await pipeline.start(added.id)
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
    for (const { id: waiting, state } of library.list()) {
      if (state.status === 'waiting') await pipeline.start(waiting)
    }
    await step(async () => (await openSettings(folder)).set({ theme: 'dark' }))
    await step(async () => (await openStethoscopeStore(folder)).set({ kept: [], chosen: { files: null } }))
    await pipeline.close()
  } finally {
    library.close()
  }
}

/** Every call up to the last, or so many of them, spread evenly. */
const SOME = process.env['OPS_FUSION_FULL'] ? Number.POSITIVE_INFINITY : 15

it.each(['ENOSPC', 'EIO', 'EACCES'] as const)(
  '%s at any call is told by its name, and costs nothing',
  async (fault) => {
    const untyped: string[] = []
    const isTyped = (error: unknown) =>
      error instanceof Refusal ||
      (error instanceof AppError && error.code !== 'internal' && error.code !== 'library-damaged')
    const tryWith = async (at: number): Promise<number> => {
      folder = mkdtempSync(join(tmpdir(), 'ops-fusion-faults-'))
      const id = randomUUID()
      failAt(at, fault)
      await doEverything(id, (error) => {
        if (!isTyped(error)) untyped.push(`${at} ${String(error)}`)
      })
      const { call, calls } = mendDisk()
      // Whatever happened, the same again on a whole disk goes well.
      await doEverything(id, (error) => {
        // What a phone had sent before, it is told, and need not send again.
        if (!(error instanceof Refusal && error.code === 'wrong-offset')) untyped.push(`${at} ${call} again: ${error}`)
      })
      await expectWhole(`${fault} at call ${at}, ${call}`)
      rmSync(folder, { recursive: true, force: true })
      return calls
    }
    const calls = await tryWith(Number.POSITIVE_INFINITY)
    expect(calls).toBeGreaterThan(60)
    const step = Math.max(1, calls / SOME)
    for (let at = 1; at <= calls; at += step) await tryWith(Math.round(at))
    expect(untyped).toEqual([])
  }
)

/** Two recordings, each once, with their sound, their words and their answers; nothing besides. */
async function expectWhole(when: string): Promise<void> {
  const library = await openLibrary(join(folder, 'library'))
  try {
    const found = library.list().map(({ id, name, sha256: listed, state, source }) => ({
      name,
      person: source.kind === 'phone' ? source.person : null,
      status: state.status,
      isWhole: listed === sha256(readFileSync(library.files.pathOf(id, 'original')))
    }))
    expect([when, found.sort((a, b) => a.name.localeCompare(b.name))]).toEqual([
      when,
      [
        { name: 'mine', person: null, status: 'analysed', isWhole: true },
        { name: 'take.wav', person: 'Ann', status: 'analysed', isWhole: true }
      ]
    ])
    expect([when, readdirSync(join(folder, 'library', 'recordings')).length]).toEqual([when, 2])
    expect([when, readdirSync(join(folder, 'library', 'incoming'))]).toEqual([when, []])
  } finally {
    library.close()
  }
}
