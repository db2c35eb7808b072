import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Recording } from '../contracts/recording'
import { AppError } from '../core/errors'
import type { Analyser } from './analysis/analyser'
import type { AnalysisReply } from './analysis/messages'
import { type Library, openLibrary } from './library/library'
import { createPipeline, type Pipeline } from './pipeline'

const REPLY = {
  analysis: { answer: { outcome: 'normal-like' } },
  format: {},
  pictures: null
} as unknown as AnalysisReply

let folder: string
let library: Library
let pipeline: Pipeline
let analyse: Analyser['analyse']
let recording: Recording
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-pipeline-'))
  library = await openLibrary(folder)
  pipeline = createPipeline({
    library,
    analyser: { analyse: (...given) => analyse(...given), warmUp() {}, close() {} },
    operatingPoint: () => 'balanced',
    tuningOf: async () => null,
    publish: () => {}
  })
  analyse = async () => REPLY
  async function* bytes() {
    yield Buffer.from('heart')
  }
  recording = await library.add(bytes(), { name: 'heart.wav', source: { kind: 'file' } })
})
afterEach(async () => {
  library.close()
  await rm(folder, { recursive: true })
})
const failWith = (code: 'cancelled' | 'decode-crashed' | 'disk-full') => {
  analyse = () => Promise.reject(new AppError(code, code))
}
const stored = () => library.get(recording.id).state

describe('an answer that a recording has', () => {
  beforeEach(async () => {
    expect((await pipeline.start(recording.id)).state.status).toBe('analysed')
  })

  it('stays where analysing again is stopped', async () => {
    failWith('cancelled')
    expect((await pipeline.start(recording.id)).state.status).toBe('analysed')
    expect(stored().status).toBe('analysed')
  })

  it('is kept where analysing again fails, which is shown until the next start or try', async () => {
    failWith('decode-crashed')
    expect((await pipeline.start(recording.id)).state).toMatchObject({ error: { code: 'decode-crashed' } })
    const shown = pipeline.view(library.get(recording.id)).state
    expect(shown).toMatchObject({ status: 'failed', earlier: { analysis: REPLY.analysis } })
    expect(stored().status).toBe('analysed')
    analyse = async () => REPLY
    expect((await pipeline.start(recording.id)).state.status).toBe('analysed')
  })
})

describe('a recording without an answer', () => {
  it('keeps why it has none, but not that the disk was full', async () => {
    failWith('disk-full')
    expect((await pipeline.start(recording.id)).state).toMatchObject({ error: { code: 'disk-full' } })
    expect(stored().status).toBe('waiting')
    failWith('decode-crashed')
    await pipeline.start(recording.id)
    expect(stored()).toMatchObject({ status: 'failed', error: { code: 'decode-crashed' } })
  })

  it('ends as a failure, and never rejects, where its answer cannot be stored', async () => {
    analyse = async () => {
      await rm(join(folder, 'recordings', recording.id), { recursive: true })
      return REPLY
    }
    expect((await pipeline.start(recording.id)).state).toMatchObject({ error: { code: 'storage-unwritable' } })
  })
})
