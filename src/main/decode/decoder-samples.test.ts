import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decode } from './decode'

interface DecoderSample {
  file: string
  container: string
  codec: string
  durationS: number
  rms: number
}

const folder = new URL('../../../resources/decoder-samples/', import.meta.url)
const samples: DecoderSample[] = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'))

describe('the samples of the self-check', { timeout: 30_000 }, () => {
  it('are one for each family of decoders', () => {
    expect(samples.map(({ codec }) => codec)).toEqual(['16-bit PCM', '16-bit FLAC', 'MP3', 'AAC', 'Opus', 'Vorbis'])
  })

  it.each(samples)('$file decodes to what the index says', async ({ file, container, codec, durationS, rms }) => {
    const bytes = new Uint8Array(readFileSync(new URL(file, folder)))
    expect(bytes.length).toBeLessThanOrEqual(10_000)
    const { pcg, source } = await decode(bytes, { targetRate: 4000 })
    expect(source).toMatchObject({ container, codec })
    expect(Math.abs(source.durationS - durationS)).toBeLessThan(0.02)
    const power = pcg.samples.reduce((sum, sample) => sum + sample * sample, 0) / pcg.samples.length
    expect(Math.abs(Math.sqrt(power) / rms - 1)).toBeLessThan(0.05)
  })
})
