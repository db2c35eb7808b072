import { describe, expect, it } from 'vitest'
import { type AudioFixture, fixtures, readFixture, readReference } from '../../../tests/fixtures/audio/fixtures'
import type { AudioStream } from '../../core/decode/audio-stream'
import { AppError } from '../../core/errors'
import { decode } from './decode'
import { openAudio } from './open'

const lossless = fixtures.decodable.filter(({ isLossless }) => isLossless)
const lossy = fixtures.decodable.filter(({ isLossless }) => !isLossless)

/**
 * Samples a channel by which we and the reference may differ in length, always at the end: ffmpeg knows where Opus in
 * WebM and MP3 in Matroska end, we keep the last packet whole; in Vorbis at 44.1 kHz it drops the last part block.
 */
const END: Readonly<Record<string, number>> = {
  'opus-voice.webm': 648,
  'mp3-16k.mka': 431,
  'vorbis-44k-stereo.ogg': 128
}

async function channelsOf({ blocks, channelCount }: AudioStream): Promise<Float32Array[]> {
  const parts: Float32Array[][] = []
  for await (const { channels } of blocks()) parts.push(channels)
  return Array.from({ length: channelCount }, (_, channel) =>
    Float32Array.from(parts.flatMap((part) => [...part[channel]!]))
  )
}

/** Power of the reference over that of the difference, in dB, without any shift in time: no delay is allowed for. */
function signalToNoise(channels: Float32Array[], reference: Float32Array[]): number {
  let signal = 0
  let noise = 0
  for (const [channel, samples] of reference.entries()) {
    for (let n = 0; n < Math.min(samples.length, channels[channel]!.length); n++) {
      signal += samples[n]! ** 2
      noise += (samples[n]! - channels[channel]![n]!) ** 2
    }
  }
  return 10 * Math.log10(signal / noise)
}

function expectDescribed(stream: AudioStream, fixture: AudioFixture): void {
  const { container, codec, sampleRate, channelCount } = stream
  expect({ container, codec, sampleRate, channels: channelCount }).toEqual({
    container: fixture.container,
    codec: fixture.codec,
    sampleRate: fixture.sampleRate,
    channels: fixture.channels
  })
}

describe('what can be decoded', { timeout: 30_000 }, () => {
  it.each(lossless)('$file is exact to the last bit', async (fixture) => {
    const stream = await openAudio(readFixture(fixture.file))
    expectDescribed(stream, fixture)
    expect(await channelsOf(stream)).toEqual(readReference(fixture))
  })

  it.each(lossy)('$file is within 80 dB of the reference decoder, sample for sample', async (fixture) => {
    const stream = await openAudio(readFixture(fixture.file))
    expectDescribed(stream, fixture)
    const channels = await channelsOf(stream)
    expect(Math.abs(channels[0]!.length - fixture.length)).toBe(END[fixture.file] ?? 0)
    expect(signalToNoise(channels, readReference(fixture))).toBeGreaterThan(80)
  })

  it.each(fixtures.decodable)('$file becomes a mono recording at 2 kHz, as long as it is', async (fixture) => {
    const { pcg, source } = await decode(readFixture(fixture.file), { targetRate: 2000 })
    expect(pcg.sampleRate).toBe(2000)
    expect(pcg.samples.length).toBe(Math.round(source.durationS * 2000))
    expect(source.durationS).toBeCloseTo(fixture.length / fixture.sampleRate, 1)
    expect(pcg.samples.every(Number.isFinite)).toBe(true)
    expect(pcg.samples.some((sample) => Math.abs(sample) > 0.01)).toBe(true)
  })
})

/** Files made of their first bytes, for what no encoder of the fixtures writes. */
const BY_MARK: [format: string, ...bytes: (number | string)[]][] = [
  ['AMR', '#!AMR\n', 0x3c],
  ['MIDI', 'MThd', 0, 0, 0, 6],
  ['PNG picture', 0x89, 'PNG\r\n', 0x1a, '\n'],
  ['JPEG picture', 0xff, 0xd8, 0xff, 0xe0],
  ['PDF document', '%PDF-1.7'],
  ['ZIP archive', 'PK', 3, 4],
  ['gzip archive', 0x1f, 0x8b, 8],
  ["Monkey's Audio (APE)", 'MAC ', 0x96],
  ['Musepack', 'MPCK'],
  ['DSD audio (DSF)', 'DSD '],
  ['WebP picture', 'RIFF', 0, 0, 0, 0, 'WEBP']
]

const bytesOf = (parts: (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])))

async function refusalOf(bytes: Uint8Array): Promise<AppError> {
  const error = await decode(bytes, { targetRate: 2000 }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('what cannot be decoded', { timeout: 30_000 }, () => {
  it.each(fixtures.unsupported)('$file is called $format', async ({ file, format }) => {
    const { code, values } = await refusalOf(readFixture(file))
    expect({ code, values }).toEqual({ code: 'format-unsupported', values: { format } })
  })

  it.each(BY_MARK)('%s is called so', async (format, ...parts) => {
    const { code, values } = await refusalOf(bytesOf([...parts, '\0'.repeat(100)]))
    expect({ code, values }).toEqual({ code: 'format-unsupported', values: { format } })
  })

  it.each([
    ['text', 'A heart has four chambers. '.repeat(40)],
    ['HTML', `<!doctype html><html><body>${'<p>lub dub</p>'.repeat(40)}`],
    ['JSON', JSON.stringify({ heart: Array.from({ length: 99 }, (_, n) => n) })],
    ['zeros', '\0'.repeat(2000)]
  ])('%s is unknown', async (_, text) => {
    expect((await refusalOf(bytesOf([text]))).code).toBe('format-unknown')
  })

  it('an empty file is empty', async () => {
    expect((await refusalOf(new Uint8Array(0))).code).toBe('audio-empty')
  })

  it('a film without sound has no sound track', async () => {
    expect((await refusalOf(readFixture('video-only.mp4'))).code).toBe('audio-no-track')
  })
})
