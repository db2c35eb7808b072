import { describe, expect, it } from 'vitest'
import { readFixture } from '../../../tests/fixtures/audio/fixtures'
import { encodeWav } from '../../core/wav'
import { decode } from './decode'

const RATE = 2000
const codeOf = (bytes: Uint8Array, limits = {}) =>
  decode(bytes, { targetRate: RATE, limits }).then(
    () => 'decoded',
    (error) => error.code
  )

function sine(amplitude: number, length = 4000): Float32Array {
  return Float32Array.from({ length }, (_, n) => amplitude * Math.sin((2 * Math.PI * 50 * n) / RATE + 0.3))
}

const clipped = sine(1).map((sample) => Math.max(-0.3, Math.min(0.3, sample)))

const wavOf = (samples: Float32Array, sampleRate = RATE) => encodeWav({ samples, sampleRate }, { bitDepth: 32 })

/** Interleaved 32-bit float, any number of channels. */
function multichannelWav(channels: Float32Array[]): Uint8Array {
  const interleaved = Float32Array.from({ length: channels[0]!.length * channels.length }, (_, n) => {
    return channels[n % channels.length]![Math.floor(n / channels.length)]!
  })
  const bytes = wavOf(interleaved)
  new DataView(bytes.buffer).setUint16(22, channels.length, true)
  return bytes
}

describe('decode', { timeout: 30_000 }, () => {
  it('goes by content, not by name: AAC that a phone called .wav', async () => {
    const { source } = await decode(readFixture('phone-aac-named.wav'), { targetRate: RATE })
    expect(source).toMatchObject({ container: 'MP4', codec: 'AAC' })
  })

  it('keeps one channel, never a mixture, and names it', async () => {
    const { pcg, source, clippedFraction } = await decode(multichannelWav([sine(0.5), clipped]), { targetRate: RATE })
    expect(pcg.samples).toEqual(sine(0.5))
    expect(clippedFraction).toBe(0)
    expect(source).toMatchObject({ channels: 2, channel: { index: 0, chosenBy: 'beat' } })
  })

  it('keeps the channel that a person chose', async () => {
    const bytes = multichannelWav([sine(0.5), clipped])
    const { pcg, source, clippedFraction } = await decode(bytes, { targetRate: RATE, channel: 1 })
    expect(pcg.samples).toEqual(clipped)
    expect(clippedFraction).toBeGreaterThan(0.1)
    expect(source.channel).toEqual({ index: 1, chosenBy: 'person', beatHeights: [] })
    await expect(decode(bytes, { targetRate: RATE, channel: 2 })).rejects.toMatchObject({
      code: 'channel-missing',
      values: { count: 2 }
    })
  })

  it('has no choice to name where all channels are the same', async () => {
    const { source } = await decode(multichannelWav([sine(0.5), sine(0.5)]), { targetRate: RATE })
    expect(source.channel).toBeUndefined()
  })

  it('judges the channels of a long recording by its first minute', async () => {
    const long = sine(0.5, 61 * RATE)
    const silent = new Float32Array(long.length)
    const late = Float32Array.from(long, (sample, n) => (n < 60.5 * RATE ? 0 : sample))
    const swelling = long.map((sample, n) => sample * (1 + Math.sin((2 * Math.PI * n) / RATE)))
    const { pcg, source } = await decode(multichannelWav([silent, late, swelling]), { targetRate: RATE })
    expect(source.channel?.index).toBe(2)
    expect(pcg.samples).toEqual(swelling)
  })

  it('says how far it is, and ends at one', async () => {
    const fractions: number[] = []
    await decode(wavOf(sine(0.5, 200_000), 48_000), { targetRate: RATE, onProgress: (share) => fractions.push(share) })
    expect(fractions.length).toBeGreaterThan(5)
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    expect(fractions.at(-1)).toBe(1)
  })

  it('tells the length of the original, not of what it made of it', async () => {
    const { source } = await decode(wavOf(sine(0.5, 44_100), 44_100), { targetRate: RATE })
    expect(source).toEqual({
      container: 'WAV',
      codec: '32-bit float PCM',
      sampleRate: 44_100,
      channels: 1,
      durationS: 1
    })
  })

  it('refuses a target rate that is none as the caller’s fault', async () => {
    await expect(decode(wavOf(sine(0.5)), { targetRate: 0 })).rejects.toBeInstanceOf(RangeError)
  })
})

describe('decode of float samples that are no sound', { timeout: 30_000 }, () => {
  it('takes a few NaN and infinities for silence', async () => {
    const samples = sine(0.5)
    samples.set([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e30], 100)
    const { pcg } = await decode(wavOf(samples), { targetRate: RATE })
    expect([...pcg.samples.subarray(100, 104)]).toEqual([0, 0, 0, 0])
    for (const sample of pcg.samples) expect(Math.abs(sample)).toBeLessThanOrEqual(0.5)
  })

  it('refuses a recording with more than one in four of them', async () => {
    expect(await codeOf(wavOf(sine(0.5).fill(Number.NaN, 0, 1000)))).toBe('decoded')
    expect(await codeOf(wavOf(sine(0.5).fill(Number.NaN, 0, 1001)))).toBe('audio-damaged')
  })
})

describe('decode of a clipped recording', { timeout: 30_000 }, () => {
  const clippedFraction = async (samples: Float32Array) =>
    (await decode(wavOf(samples), { targetRate: RATE })).clippedFraction

  it('finds none in a clean one', async () => {
    expect(await clippedFraction(sine(1))).toBe(0)
  })

  it.each([1, 0.3])('counts the samples on the rails, at %d of full scale', async (rail) => {
    const samples = sine(2 * rail).map((sample) => Math.max(-rail, Math.min(rail, sample)))
    const onRail = samples.filter((sample) => Math.abs(sample) === Math.fround(rail)).length / samples.length
    expect(await clippedFraction(samples)).toBeCloseTo(onRail, 2)
    expect(onRail).toBeGreaterThan(0.5)
  })

  it('finds each rail of a recording with an offset', async () => {
    const samples = sine(1).map((sample) => Math.max(-0.4, Math.min(0.6, sample)))
    expect(await clippedFraction(samples)).toBeGreaterThan(0.5)
  })

  it('takes neither silence nor a click in silence for clipping', async () => {
    expect(await clippedFraction(new Float32Array(4000))).toBe(0)
    const click = new Float32Array(4000)
    click[2000] = 1
    expect(await clippedFraction(click)).toBe(0)
  })
})

describe('decode, within limits', { timeout: 30_000 }, () => {
  it('refuses a larger file before it looks into it', async () => {
    const error = await decode(new Uint8Array(101), { targetRate: RATE, limits: { maxFileBytes: 100 } }).catch((e) => e)
    expect(error).toMatchObject({ code: 'file-too-large', values: { bytes: 101, maxBytes: 100 } })
  })

  it.each([
    's16-2k.wav',
    's16-2k.flac',
    'flac-4k.oga',
    'untagged-8k.mp3',
    'aac-8k.m4a',
    'opus-stereo.ogg',
    'vorbis-8k.ogg'
  ])('refuses a longer recording (%s)', async (file) => {
    const error = await decode(readFixture(file), { targetRate: RATE, limits: { maxDurationS: 0.5 } }).catch((e) => e)
    expect(error).toMatchObject({ code: 'audio-too-long', values: { maximumS: 0.5 } })
  })

  it('refuses more channels than it mixes', async () => {
    const channels = Array.from({ length: 9 }, () => sine(0.1))
    const error = await decode(multichannelWav(channels), { targetRate: RATE }).catch((e) => e)
    expect(error).toMatchObject({ code: 'format-unsupported', values: { format: '9-channel audio' } })
  })

  it('refuses rates that no recorder has, and names them', async () => {
    const error = await decode(wavOf(sine(0.5), 499), { targetRate: RATE }).catch((e) => e)
    expect(error).toMatchObject({ code: 'audio-rate-unsupported', values: { sampleRate: 499 } })
  })

  it('calls a file with a header and no sound empty', async () => {
    expect(await codeOf(wavOf(new Float32Array(0)))).toBe('audio-empty')
  })
})
