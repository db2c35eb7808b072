import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AnalyseAll, operatingPointOf } from '../src/contracts/analyse-all'
import { mediaPath } from '../src/contracts/media'
import type { Recording, RecordingId } from '../src/contracts/recording'
import { simulateHeart } from '../src/core/simulate'
import type { Host } from '../src/main/host'
import { chunk, format, int16, riff } from './builders/wav-file'
import { openBuiltHost } from './built-host'

const ROOT = resolve(import.meta.dirname, '..')
const fixture = (name: string) => resolve(ROOT, 'tests/fixtures', name)

let data: string
let host: Host
let opened: RecordingId[]
let leftOut: number[]
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ops-fusion-house-'))
  await open()
})
afterEach(async () => {
  await host.close()
  await rm(data, { recursive: true })
})

async function open(models = resolve(ROOT, 'models')): Promise<void> {
  opened = []
  leftOut = []
  host = await openBuiltHost(data, { models })
  host.subscribe(({ domain, method, payload }) => {
    if (domain === 'library' && method === 'onOpened') opened.push(payload)
    if (domain === 'library' && method === 'onLeftOut') leftOut.push(payload)
  })
}

/** The recording once its analysis has ended, whichever way. */
async function ended(id: RecordingId): Promise<Recording> {
  const now = async () => (await host.handlers.library.list()).find((recording) => recording.id === id)!
  const isOver = ({ state }: Recording) => state.status === 'analysed' || state.status === 'failed'
  return new Promise((done) => {
    const stop = host.subscribe(({ domain, method, payload }) => {
      if (domain !== 'library' || method !== 'onChanged' || payload.id !== id || !isOver(payload)) return
      stop()
      done(payload)
    })
    void now().then((recording) => {
      if (!isOver(recording)) return
      stop()
      done(recording)
    })
  })
}

/** What is told of analysing all again, until it has ended. */
function allTold(): { states: AnalyseAll[]; end: Promise<void> } {
  const states: AnalyseAll[] = []
  const end = new Promise<void>((resolve) => {
    const stop = host.subscribe(({ domain, payload }) => {
      if (domain !== 'analysis') return
      states.push(payload)
      if (payload.isRunning) return
      stop()
      resolve()
    })
  })
  return { states, end }
}

async function takeIn(name: string, bytes: Uint8Array): Promise<Recording> {
  const request = new Request(`http://house/intake?name=${name}`, { method: 'PUT', body: new Uint8Array(bytes) })
  return ((await (await host.respond(request))!.json()) as { value: Recording }).value
}

describe('the main job, with its real process and the model that ships', () => {
  it('takes a file in, answers, and keeps sound and pictures', async () => {
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/e00038.flac')))
    const { state } = await ended(id)
    if (state.status !== 'analysed') throw new Error(state.status)
    expect(state.format).toMatchObject({ container: 'FLAC', sampleRate: 2000, channels: 1 })
    expect(state.analysis.answer.abnormalProbability).toBeLessThan(0.5)
    const picture = (await host.respond(new Request(`http://house/${mediaPath(id, 'spectrogram')}`)))!
    const [bands, frames] = picture.headers.get('x-dims')!.split(',').map(Number)
    expect((await picture.arrayBuffer()).byteLength).toBe(4 * bands! * frames!)
    const sound = (await host.respond(new Request(`http://house/${mediaPath(id, 'audio')}`)))!
    expect(sound.headers.get('content-type')).toBe('audio/wav')
  })

  it('answers the same again after a restart, without analysing again', async () => {
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/e00038.flac')))
    const before = await ended(id)
    await host.close()
    await open()
    expect(await host.handlers.library.list()).toEqual([before])
  })

  it('takes up what was waiting when it ended', async () => {
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/e00038.flac')))
    await host.close()
    await open()
    expect((await ended(id)).state.status).toBe('analysed')
  })

  it('keeps a file that it cannot read, says why, and goes on with the next', async () => {
    const bad = await takeIn('text.wav', Buffer.from('this is not sound, whatever it is called'))
    const good = await takeIn('heart.flac', readFileSync(fixture('golden/b0052.flac')))
    expect((await ended(bad.id)).state).toMatchObject({ status: 'failed', error: { code: 'format-unknown' } })
    expect((await ended(good.id)).state.status).toBe('analysed')
    const kept = (await host.respond(new Request(`http://house/${mediaPath(bad.id, 'audio')}`)))!
    expect(await kept.text()).toContain('this is not sound')
  })

  it('analyses the channel that a person chooses, and stays with it', async () => {
    const { samples } = simulateHeart({
      heartRateBpm: 66,
      murmur: 'none',
      murmurLevelDb: -20,
      noiseLevelDb: -40,
      durationS: 8,
      sampleRate: 2000,
      seed: 1
    })
    const hum = samples.map((_, n) => 0.3 * Math.sin((2 * Math.PI * 50 * n) / 2000))
    const { id } = await takeIn('stereo.wav', riff(format({ channels: 2 }), chunk('data', int16(hum, samples))))
    const heard = async () => {
      const { state } = await ended(id)
      if (state.status !== 'analysed') throw new Error(state.status)
      return { usable: state.analysis.quality.usable, channel: state.format.channel }
    }
    expect(await heard()).toMatchObject({ usable: true, channel: { index: 1, chosenBy: 'beat' } })
    host.handlers.analysis.start({ id, channel: 0 })
    expect(await heard()).toMatchObject({ usable: false, channel: { index: 0, chosenBy: 'person' } })
    host.handlers.analysis.start({ id })
    expect(await heard()).toMatchObject({ usable: false, channel: { index: 0, chosenBy: 'person' } })
  })

  it('can be told to stop, and to start again', async () => {
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/a0002.flac')))
    host.handlers.analysis.cancel({ id })
    expect((await ended(id)).state).toMatchObject({ status: 'failed', error: { code: 'cancelled' } })
    host.handlers.analysis.start({ id })
    expect((await ended(id)).state.status).toBe('analysed')
  })

  it('says no more of a recording that was removed while it was analysed, and takes it up when it comes back', async () => {
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/a0002.flac')))
    await host.handlers.library.remove({ id })
    const heard: unknown[] = []
    const stop = host.subscribe((event) => heard.push(event))
    const other = await takeIn('other.flac', readFileSync(fixture('golden/b0052.flac')))
    await ended(other.id)
    stop()
    expect(JSON.stringify(heard)).not.toContain(id)
    expect(await host.handlers.library.list()).toMatchObject([{ id: other.id }])
    await host.handlers.library.restore({ id })
    expect((await ended(id)).state.status).toBe('analysed')
  })

  it('opens files and folders by path, and asks for the first to be shown', async () => {
    const folder = join(data, 'hearts')
    await mkdir(join(folder, 'inner'), { recursive: true })
    await writeFile(join(folder, 'a.flac'), await readFile(fixture('golden/b0052.flac')))
    await writeFile(join(folder, 'inner', 'b.flac'), await readFile(fixture('golden/e00038.flac')))
    await writeFile(join(folder, 'README.md'), 'Who was recorded, and how.')
    await writeFile(join(folder, 'inner', 'labels.csv'), 'b.flac,normal')
    await writeFile(join(folder, '.DS_Store'), '')
    const ids = await host.openPaths([folder])
    expect(ids).toHaveLength(2)
    expect(opened).toEqual([ids[0]])
    expect(leftOut).toEqual([2])
    for (const id of ids) expect((await ended(id)).state.status).toBe('analysed')
  })

  it('has samples that it has never trained on, and a simulator', async () => {
    const samples = await host.handlers.samples.list()
    expect(samples.map(({ label }) => label).sort()).toEqual([...Array(3).fill('abnormal'), ...Array(3).fill('normal')])
    const { id } = await host.handlers.samples.open({ id: samples[0]!.id })
    expect((await ended(id)).state.status).toBe('analysed')
    const heart = { heartRateBpm: 80, murmur: 'none', murmurLevelDb: -20, noiseLevelDb: -40 } as const
    const simulated = await host.handlers.samples.simulate(heart)
    const { state } = await ended(simulated.id)
    if (state.status !== 'analysed') throw new Error(state.status)
    expect(Math.abs(state.analysis.heartRate!.valueBpm - 80)).toBeLessThan(3)
  })

  it('says what the answer would be without a part', async () => {
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/a0002.flac')))
    await ended(id)
    const whole = await host.handlers.analysis.leaveOut({ id, part: { kind: 'span', startS: 0, endS: 0.01 } })
    const low = await host.handlers.analysis.leaveOut({ id, part: { kind: 'band', lowHz: 0, highHz: 300 } })
    expect(low.abnormalProbability).not.toBeCloseTo(whole.abnormalProbability, 3)
    await expect(
      host.handlers.analysis.leaveOut({ id, part: { kind: 'span', startS: 900, endS: 901 } })
    ).rejects.toMatchObject({ code: 'invalid-request' })
  })

  it('makes what would be without a part as the answer was made, whatever was chosen since', async () => {
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/a0002.flac')))
    await ended(id)
    await host.handlers.settings.set({ operatingPoint: 'miss-few' })
    const without = await host.handlers.analysis.leaveOut({ id, part: { kind: 'span', startS: 0, endS: 0.01 } })
    expect(without.operatingPoint).toBe('balanced')
  })

  it('analyses all again that was answered for another purpose, and says how far it has come', async () => {
    const one = await takeIn('one.flac', readFileSync(fixture('golden/a0002.flac')))
    const two = await takeIn('two.flac', readFileSync(fixture('golden/b0052.flac')))
    for (const { id } of [one, two]) expect(operatingPointOf(await ended(id))).toBe('balanced')
    expect(await host.handlers.analysis.startAll()).toEqual({ isRunning: false, done: 0, total: 0 })

    await host.handlers.settings.set({ operatingPoint: 'miss-few' })
    const told = allTold()
    expect(await host.handlers.analysis.startAll()).toEqual({ isRunning: true, done: 0, total: 2 })
    await told.end
    expect(told.states.map(({ done }) => done)).toEqual([0, 1, 2, 2])
    expect((await host.handlers.library.list()).map(operatingPointOf)).toEqual(['miss-few', 'miss-few'])
    expect(await host.handlers.analysis.all()).toEqual({ isRunning: false, done: 2, total: 2 })
  })

  it('leaves the answers that are there when analysing all again is ended early', async () => {
    const kept: Recording[] = []
    for (const name of ['a0002', 'b0052']) {
      kept.unshift(await ended((await takeIn(name, readFileSync(fixture(`golden/${name}.flac`)))).id))
    }
    await host.handlers.settings.set({ operatingPoint: 'miss-few' })
    const told = allTold()
    await host.handlers.analysis.startAll()
    expect((await host.handlers.library.list())[0]?.state.status).toBe('analysing')
    expect(await host.handlers.analysis.cancelAll()).toEqual({ isRunning: false, done: 0, total: 2 })
    await told.end
    expect(await host.handlers.library.list()).toEqual(kept)
    // Nothing of it goes on unseen.
    const again = await takeIn('made.wav', readFileSync(fixture('golden/made-heart.wav')))
    await ended(again.id)
    expect((await host.handlers.library.list()).slice(1)).toEqual(kept)
  })

  it('says no more of a recording that is removed before it is analysed again with the others', async () => {
    const ids: RecordingId[] = []
    for (const name of ['a0002', 'b0052']) {
      ids.unshift((await takeIn(name, readFileSync(fixture(`golden/${name}.flac`)))).id)
    }
    for (const id of ids) await ended(id)
    await host.handlers.settings.set({ operatingPoint: 'miss-few' })
    const told = allTold()
    await host.handlers.analysis.startAll()
    await host.handlers.library.remove({ id: ids[1]! })
    await told.end
    expect(told.states.at(-1)).toEqual({ isRunning: false, done: 1, total: 1 })
    expect(await host.handlers.library.list()).toMatchObject([{ id: ids[0] }])
  })

  it('goes on without its model, and names what is missing', async () => {
    await host.close()
    await open(join(data, 'nowhere'))
    expect((await host.handlers.system.about()).model).toBeNull()
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/b0052.flac')))
    expect((await ended(id)).state).toMatchObject({ status: 'failed', error: { code: 'model-missing' } })
  })

  it('refuses a graph of which one byte was changed', async () => {
    const models = join(data, 'models')
    await cp(resolve(ROOT, 'models'), models, { recursive: true })
    const graph = await readFile(join(models, 'heart-sound.onnx'))
    graph[graph.length >> 1]! ^= 1
    await writeFile(join(models, 'heart-sound.onnx'), graph)
    await host.close()
    await open(models)
    const { id } = await takeIn('heart.flac', readFileSync(fixture('golden/b0052.flac')))
    expect((await ended(id)).state).toMatchObject({ status: 'failed', error: { code: 'model-damaged' } })
  })
})
