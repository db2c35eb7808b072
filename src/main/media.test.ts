import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { markedBeats } from '../../tests/builders/beats'
import { leaveOutPath, MOST_SAMPLES, samplesPath } from '../contracts/media'
import type { Recording, RecordingId } from '../contracts/recording'
import { byKind, pictureOfBeats } from '../core/picture'
import { simulateHeart } from '../core/simulate'
import { encodeWav } from '../core/wav'
import { type Library, openLibrary } from './library/library'
import { displayName, parseRange, respondToMedia } from './media'
import type { Pipeline } from './pipeline'

let folder: string
let library: Library
let pipeline: Pipeline
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-media-'))
  library = await openLibrary(folder)
  pipeline = {
    takeIn: library.add,
    start: async (id) => library.get(id),
    cancel() {},
    drop() {},
    leaveOut: async (_id, part) => ({ answer: null as never, wav: Buffer.from(JSON.stringify(part)) }),
    view: (recording) => recording,
    resume() {},
    async close() {}
  }
})
afterEach(async () => {
  library.close()
  await rm(folder, { recursive: true })
})

const wav = encodeWav(
  simulateHeart({
    heartRateBpm: 60,
    murmur: 'none',
    murmurLevelDb: -40,
    noiseLevelDb: -40,
    durationS: 3,
    sampleRate: 8000,
    seed: 1
  }),
  { bitDepth: 16 }
)
const ask = async (path: string, init: RequestInit = {}) =>
  respondToMedia(new Request(`http://localhost/${path}`, init), { library, pipeline })
async function takeIn(name = 'heart.wav'): Promise<Recording> {
  const response = await ask(`intake?name=${encodeURIComponent(name)}`, { method: 'PUT', body: new Uint8Array(wav) })
  return ((await response!.json()) as { value: Recording }).value
}

describe('media', () => {
  it('takes a file in and gives its sound back, byte by byte', async () => {
    const { id, name } = await takeIn()
    expect(name).toBe('heart.wav')
    const response = (await ask(`media/${id}/audio`))!
    expect(response.headers.get('accept-ranges')).toBe('bytes')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(wav))
  })

  it('gives the range that a player seeks to', async () => {
    const { id } = await takeIn()
    const response = (await ask(`media/${id}/audio`, { headers: { range: 'bytes=100-199' } }))!
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes 100-199/${wav.length}`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(wav.slice(100, 200)))
    expect((await ask(`media/${id}/audio`, { headers: { range: `bytes=${wav.length}-` } }))!.status).toBe(416)
  })

  it('gives pictures with their shape and time axis', async () => {
    const { id } = await takeIn()
    const data = Float32Array.from([1, 2, 3, 4, 5, 6])
    await library.savePictures(
      id,
      {
        heard: { samples: data, sampleRate: 2000 },
        waveform: { kind: 'waveform', dims: [2, 2], data: data.subarray(0, 4), firstS: 0, hopS: 0.005 },
        spectrogram: { kind: 'spectrogram', dims: [2, 3], data, firstS: 0.032, hopS: 0.016 },
        'evidence-map': { kind: 'evidence-map', dims: [3, 2], data, firstS: 0.1, hopS: 0.2 },
        'murmur-evidence-map': { kind: 'murmur-evidence-map', dims: [3, 2], data, firstS: 0.1, hopS: 0.2 },
        beats: pictureOfBeats(
          markedBeats([
            { s1S: 0.5, s2S: 0.75 },
            { s1S: 1.5, s2S: 1.75 }
          ])
        ),
        'averaged-beat': { kind: 'averaged-beat', dims: [2, 3], data, firstS: -0.1, hopS: 0.004 }
      },
      null
    )
    const response = (await ask(`media/${id}/spectrogram`))!
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-dims': '2,3',
      'x-first-s': '0.032',
      'x-hop-s': '0.016'
    })
    expect(new Float32Array(await response.arrayBuffer())).toEqual(data)
    expect((await ask(`media/${id}/waveform`))!.headers.get('x-dims')).toBe('2,2')
    expect((await ask(`media/${id}/evidence-map`))!.headers.get('x-dims')).toBe('3,2')
    expect(new Float32Array(await (await ask(`media/${id}/evidence-map`))!.arrayBuffer())).toEqual(data)
    const beats = (await ask(`media/${id}/beats`))!
    expect(beats.headers.get('x-dims')).toBe('2,9')
    const numbers = new Float32Array(await beats.arrayBuffer())
    expect([numbers[0], numbers[1], numbers[9], numbers[10]]).toEqual([0.5, 0.75, 1.5, 1.75])
  })

  describe('gives samples in stretches', () => {
    const heard = Float32Array.from({ length: 5000 }, (_, n) => Math.sin(n))
    let id: RecordingId
    beforeEach(async () => {
      id = (await takeIn()).id
      await library.savePictures(id, { heard: { samples: heard, sampleRate: 2000 }, ...byKind([]) }, null)
    })
    const stretch = async (first: number, count: number) => {
      const response = (await ask(samplesPath(id, first, count)))!
      return { ...Object.fromEntries(response.headers), samples: new Float32Array(await response.arrayBuffer()) }
    }

    it('sample by sample, each with its time', async () => {
      const middle = await stretch(1000, 200)
      expect(middle.samples).toEqual(heard.slice(1000, 1200))
      expect(middle).toMatchObject({ 'x-dims': '1,200', 'x-first-s': '0.5', 'x-hop-s': '0.0005' })
      expect((await stretch(0, MOST_SAMPLES)).samples).toEqual(heard)
    })

    it('and less, or nothing, where the recording ends', async () => {
      expect((await stretch(4990, 200)).samples).toEqual(heard.slice(4990))
      expect(await stretch(5000, 1)).toMatchObject({ 'x-dims': '1,0', samples: new Float32Array() })
      expect(await stretch(2 ** 40, 1)).toMatchObject({ 'x-dims': '1,0', samples: new Float32Array() })
    })

    it('but never a stretch that is too long, backwards, broken or not a number', async () => {
      const queries = ['first=-1&count=1', 'first=0&count=0', `first=0&count=${MOST_SAMPLES + 1}`, 'first=0.5&count=1']
      queries.push(
        '',
        'first=0',
        'count=1',
        'first=&count=1',
        'first=0&count=1e9',
        'first=x&count=1',
        'first=0x10&count=1'
      )
      queries.push('first=Infinity&count=1', 'first=9007199254740993&count=1', 'first=0&count=1&more=1')
      for (const query of queries) {
        const response = (await ask(`media/${id}/samples?${query}`))!
        expect(response.status, query).toBe(400)
        expect(await response.json(), query).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
      }
    })

    it('to nobody who writes, and of no recording that is not there', async () => {
      expect((await ask(samplesPath(id, 0, 1), { method: 'PUT', body: 'x' }))!.status).toBe(405)
      const stranger = '00000000-0000-4000-8000-000000000000' as RecordingId
      expect((await ask(samplesPath(stranger, 0, 1)))!.status).toBe(404)
      expect(await ask('media/../samples?first=0&count=1')).toBeNull()
    })

    it('and none of a recording that an earlier version analysed', async () => {
      const shapes = join(library.files.pathOf(id, 'original'), '..', 'pictures.json')
      await writeFile(shapes, JSON.stringify({ waveform: { dims: [0, 2], firstS: 0, hopS: 0.005 } }))
      expect(await stretch(0, 100)).toMatchObject({ 'x-dims': '1,0', samples: new Float32Array() })
    })
  })

  it('gives no rows of what an earlier version never drew', async () => {
    const { id } = await takeIn()
    await writeFile(join(library.files.pathOf(id, 'original'), '..', 'pictures.json'), JSON.stringify({}))
    for (const kind of ['evidence-map', 'murmur-evidence-map']) {
      const missing = (await ask(`media/${id}/${kind}`))!
      expect([missing.status, missing.headers.get('x-dims')]).toEqual([200, '0,0'])
      expect((await missing.arrayBuffer()).byteLength).toBe(0)
    }
  })

  it('refuses an empty file, another method, and a recording that is not there', async () => {
    const empty = (await ask('intake?name=a', { method: 'PUT', body: '' }))!
    expect(await empty.json()).toMatchObject({ ok: false, error: { code: 'audio-empty' } })
    expect((await ask('intake'))!.status).toBe(405)
    const unknown = (await ask('media/00000000-0000-4000-8000-000000000000/audio'))!
    expect(unknown.status).toBe(404)
  })

  it('gives the rest of a recording without a part', async () => {
    const { id } = await takeIn()
    const rest = (await ask(leaveOutPath(id, { kind: 'band', lowHz: 50, highHz: 100 })))!
    expect(rest.headers.get('content-type')).toBe('audio/wav')
    expect(await rest.json()).toEqual({ kind: 'band', lowHz: 50, highHz: 100 })
    expect(await (await ask(`media/${id}/leave-out?kind=band&lowHz=x`))!.json()).toMatchObject({
      error: { code: 'invalid-request' }
    })
  })

  it('leaves every other path to others', async () => {
    for (const path of ['', 'index.html', 'media', 'media/x/audio', 'media/../etc/passwd', 'intakes']) {
      expect(await ask(path)).toBeNull()
    }
  })

  it('reads ranges as the standard says', () => {
    expect(parseRange(null, 10)).toBeNull()
    expect(parseRange('bytes=0-', 10)).toEqual({ start: 0, end: 9 })
    expect(parseRange('bytes=-3', 10)).toEqual({ start: 7, end: 9 })
    expect(parseRange('bytes=2-99', 10)).toEqual({ start: 2, end: 9 })
    expect(parseRange('bytes=0-1,4-5', 10)).toBeNull()
    expect(parseRange('bytes=9-3', 10)).toBe('unsatisfiable')
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 100 }), (text, size) => {
        const range = parseRange(`bytes=${text}`, size)
        if (range && range !== 'unsatisfiable') expect(range.start >= 0 && range.end < size).toBe(true)
      })
    )
  })

  it('shows names as text and nothing more', () => {
    expect(displayName('../../etc/pass\u0000wd')).toBe('passwd')
    expect(displayName('C:\\hearts\\mine\u202E.wav')).toBe('mine.wav')
    expect(displayName('   ')).toBe('recording')
    expect(displayName('x'.repeat(5000))).toHaveLength(200)
  })
})
