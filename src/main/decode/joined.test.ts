import { describe, expect, it } from 'vitest'
import { fixtures, readFixture } from '../../../tests/fixtures/audio/fixtures'
import { ascii, joined } from '../../core/decode/bytes'
import { decode } from './decode'

const hear = async (bytes: Uint8Array) => {
  const { pcg, source, findings } = await decode(bytes, { targetRate: 2000, channel: 0 })
  return { samples: pcg.samples, durationS: source.durationS, findings: findings.map(({ code }) => code) }
}

/** One file of each container and coding. */
const files = [
  ...new Map(fixtures.decodable.map((entry) => [`${entry.container} ${entry.codec}`, entry.file])).values()
]

describe('a file as it was written', { timeout: 60_000 }, () => {
  it.each(fixtures.decodable)('has nothing to be said of it ($file)', async ({ file }) => {
    expect((await hear(readFixture(file))).findings).toEqual([])
  })
})

describe('files that were joined', { timeout: 60_000 }, () => {
  it.each(files)('are read whole (%s)', async (file) => {
    const one = await hear(readFixture(file))
    const two = await hear(joined([readFixture(file), readFixture(file)]))
    expect(two.durationS).toBeCloseTo(2 * one.durationS, 5)
    expect(two.findings).toEqual([])
    const middle = Math.round(one.samples.length / 2)
    for (const start of [0, one.samples.length]) {
      const part = two.samples.subarray(start + middle - 200, start + middle + 200)
      const same = one.samples.subarray(middle - 200, middle + 200)
      const furthest = part.reduce((worst, sample, n) => Math.max(worst, Math.abs(sample - same[n]!)), 0)
      expect(furthest).toBeLessThan(0.03)
    }
  })

  it.each([
    ['untagged-8k.mp3', 'vbr-id3-48k.mp3'],
    ['vorbis-8k.ogg', 'vorbis-44k-stereo.ogg'],
    ['s16-2k.flac', 's16-8k-stereo.flac'],
    ['opus-voice.webm', 'vorbis-16k.webm'],
    ['s16-2k.wav', 's16-4k-stereo.wav']
  ])('are read up to what is of another kind, which is named (%s, %s)', async (first, second) => {
    const { durationS, findings } = await hear(joined([readFixture(first), readFixture(second)]))
    expect(durationS).toBeCloseTo((await hear(readFixture(first))).durationS, 2)
    expect(findings).toEqual(['part-left-out'])
  })

  it('are read up to what cannot be read, which is named', async () => {
    const first = readFixture('vorbis-8k.ogg')
    const second = readFixture('vorbis-8k.ogg').fill(0x55, 60)
    expect((await hear(joined([first, second]))).findings).toEqual(['part-left-out'])
  })
})

describe('a file that was cut off', { timeout: 60_000 }, () => {
  it.each([
    's16-2k.wav',
    's24-44k-stereo.flac',
    'aac-fragmented-48k.mp4',
    '../copies/b0052.mp3',
    '../copies/b0052.webm',
    '../phone/b0052.aac',
    '../phone/b0052.mka',
    '../phone/b0052.ogg',
    '../phone/b0052.opus',
    'flac-8k.mka'
  ])('is read up to there, and said to be cut short (%s)', async (file) => {
    const bytes = readFixture(file)
    const whole = await hear(bytes)
    const cut = await hear(bytes.subarray(0, Math.floor(0.71 * bytes.length)))
    expect(cut.durationS).toBeLessThan(whole.durationS)
    expect(cut.durationS).toBeGreaterThan(0.3 * whole.durationS)
    expect(cut.findings).toEqual(['cut-short'])
  })
})

describe('an MP4 whose index comes last', { timeout: 60_000 }, () => {
  it.each([0.3, 0.8])('is said to be cut short where it ends before that (after %d of its sound)', async (share) => {
    const bytes = readFixture('aac-44k-stereo.m4a')
    const sound = Buffer.from(bytes).indexOf('mdat')
    const end = sound + Math.floor(share * (Buffer.from(bytes).indexOf('moov') - sound))
    await expect(hear(bytes.subarray(0, end))).rejects.toMatchObject({ code: 'audio-index-missing' })
  })
})

describe('an MP3 whose writer was killed', { timeout: 60_000 }, () => {
  const withCount = (count: number) => {
    const bytes = readFixture('cbr-44k-stereo.mp3')
    const tag = ['Xing', 'Info'].map((mark) => Buffer.from(bytes).indexOf(mark)).find((at) => at >= 0)!
    expect(['Xing', 'Info']).toContain(ascii(bytes, tag, 4))
    new DataView(bytes.buffer).setUint32(tag + 8, count)
    return bytes
  }

  it.each([0, 5])('and says that it has %d frames is read whole', async (count) => {
    const whole = await hear(readFixture('cbr-44k-stereo.mp3'))
    const killed = await hear(withCount(count))
    expect(killed.durationS).toBeGreaterThanOrEqual(whole.durationS)
    expect(killed.durationS).toBeLessThan(whole.durationS + 0.06)
    expect(killed.findings).toEqual([])
  })

  it('and says that it has more frames than there are is cut short', async () => {
    expect((await hear(withCount(1000))).findings).toEqual(['cut-short'])
  })
})
