import { describe, expect, it } from 'vitest'
import { flacFile } from '../../../tests/builders/flac-file'
import { readFixture } from '../../../tests/fixtures/audio/fixtures'
import { encodeWav } from '../../core/wav'
import { decode } from './decode'

const outcomeOf = (bytes: Uint8Array): Promise<string> =>
  decode(bytes, { targetRate: 2000 }).then(
    () => 'decoded',
    (error) => error.code
  )

const silentFlac = (sampleRate: number, frameCount: number, claimedLength: number) =>
  flacFile({ sampleRate, frameCount, claimedLength })

describe('a small file that would become much sound', { timeout: 60_000 }, () => {
  it.each([
    ['and says so', 192_000, 100_000, 65_535 * 100_000],
    ['and says nothing', 48_000, 100_000, 0],
    ['and lies', 48_000, 100_000, 1000],
    ['at a low rate', 2000, 2000, 0]
  ])('FLAC of silence %s is refused', async (_, rate, frameCount, claimed) => {
    expect(await outcomeOf(silentFlac(rate, frameCount, claimed))).toBe('audio-too-long')
  })

  it('is decoded when it is not too much', async () => {
    const { pcg } = await decode(silentFlac(44_100, 3, 0), { targetRate: 2000 })
    expect(pcg.samples.length).toBe(Math.round((3 * 65_535 * 2000) / 44_100))
    expect(pcg.samples.every((sample) => sample === 0)).toBe(true)
  })

  it.each([
    ['MP3', 'untagged-8k.mp3', 450],
    ['ADTS', 'adts-16k.aac', 500]
  ])('%s repeated for longer than the limit is refused', async (_, file, times) => {
    const one = readFixture(file)
    const bytes = new Uint8Array(one.length * times)
    for (let n = 0; n < times; n++) bytes.set(one, n * one.length)
    expect(await outcomeOf(bytes)).toBe('audio-too-long')
  })

  it('a WAV of eleven minutes at 500 Hz is refused', async () => {
    const wav = encodeWav({ samples: new Float32Array(11 * 60 * 500), sampleRate: 500 }, { bitDepth: 16 })
    expect(await outcomeOf(wav)).toBe('audio-too-long')
  })
})

describe('a header that lies', () => {
  const patchedWav = (change: (view: DataView) => void) => {
    const wav = encodeWav({ samples: new Float32Array(4000).fill(0.1), sampleRate: 2000 }, { bitDepth: 16 })
    change(new DataView(wav.buffer))
    return wav
  }

  it.each([
    ['rate 0', (view: DataView) => view.setUint32(24, 0, true), 'audio-rate-unsupported'],
    ['rate 2^32 - 1', (view: DataView) => view.setUint32(24, 0xffffffff, true), 'audio-rate-unsupported'],
    ['255 channels', (view: DataView) => view.setUint16(22, 255, true), 'format-unsupported'],
    ['no channels', (view: DataView) => view.setUint16(22, 0, true), 'audio-damaged'],
    ['0 bits a sample', (view: DataView) => view.setUint16(34, 0, true), 'audio-damaged'],
    ['2^32 - 1 bytes of sound', (view: DataView) => view.setUint32(40, 0xffffffff, true), 'decoded'],
    ['a description of no bytes', (view: DataView) => view.setUint32(16, 0, true), 'audio-damaged'],
    ['a chunk of 2^32 - 1 bytes', (view: DataView) => view.setUint32(16, 0xffffffff, true), 'audio-damaged']
  ])('WAV with %s', async (_, change, expected) => {
    expect(await outcomeOf(patchedWav(change))).toBe(expected)
  })

  it.each([
    ['rate 0', silentFlac(0, 3, 0), 'audio-rate-unsupported'],
    ['rate 655,350', silentFlac(655_350, 3, 0), 'audio-rate-unsupported'],
    ['2^36 - 1 samples', silentFlac(44_100, 3, 2 ** 36 - 1), 'audio-too-long'],
    ['more samples than there are', silentFlac(44_100, 3, 300_000), 'decoded']
  ])('FLAC with %s', async (_, bytes, expected) => {
    expect(await outcomeOf(bytes)).toBe(expected)
  })
})
