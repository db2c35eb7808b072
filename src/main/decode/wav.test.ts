import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeWav } from '../../core/wav'
import { decode } from './decode'

const rates = fc.integer({ min: 500, max: 192_000 })

describe('encodeWav', { timeout: 30_000 }, () => {
  it('comes back from the decoder exactly, as floats', async () => {
    const waves = fc.float32Array({ minLength: 1, maxLength: 500, noNaN: true, min: -4, max: 4 })
    await fc.assert(
      fc.asyncProperty(waves, rates, async (samples, sampleRate) => {
        const { pcg, source } = await decode(encodeWav({ samples, sampleRate }, { bitDepth: 32 }), {
          targetRate: sampleRate
        })
        expect(pcg).toEqual({ samples, sampleRate })
        expect(source).toMatchObject({ container: 'WAV', codec: '32-bit float PCM', sampleRate, channels: 1 })
      })
    )
  })

  it('comes back from the decoder exactly, as 16-bit integers', async () => {
    const integers = fc.array(fc.integer({ min: -32768, max: 32767 }), { minLength: 1, maxLength: 500 })
    await fc.assert(
      fc.asyncProperty(integers, rates, async (values, sampleRate) => {
        const samples = Float32Array.from(values, (value) => value / 32768)
        const { pcg } = await decode(encodeWav({ samples, sampleRate }, { bitDepth: 16 }), { targetRate: sampleRate })
        expect(pcg.samples).toEqual(samples)
      })
    )
  })

  it('holds 16-bit samples beyond full scale at it', async () => {
    const samples = Float32Array.of(1, 1.5, -1, -7, 0.99999)
    const { pcg } = await decode(encodeWav({ samples, sampleRate: 2000 }, { bitDepth: 16 }), { targetRate: 2000 })
    expect([...pcg.samples]).toEqual([32767 / 32768, 32767 / 32768, -1, -1, 32767 / 32768])
  })

  it.each([0, -1, 0.5, 2 ** 32])('refuses the rate %d as the caller’s fault', (sampleRate) => {
    expect(() => encodeWav({ samples: new Float32Array(1), sampleRate }, { bitDepth: 16 })).toThrow(RangeError)
  })
})
