import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ResamplingStream, resample } from './resample'

function tone(hz: number, sampleRate: number, durationS: number): Float32Array {
  return Float32Array.from({ length: durationS * sampleRate }, (_, n) => Math.sin((2 * Math.PI * hz * n) / sampleRate))
}

/** Level of a sine of amplitude 1 after conversion, in dB, away from the two ends. */
function levelAfter(hz: number, fromRate: number, toRate: number): number {
  const { samples } = resample({ samples: tone(hz, fromRate, 0.5), sampleRate: fromRate }, toRate)
  const middle = samples.subarray(samples.length * 0.1, samples.length * 0.9)
  const power = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length
  return 10 * Math.log10(2 * power)
}

const DOWN = [
  [192_000, 2000],
  [96_000, 2000],
  [48_000, 2000],
  [44_100, 2000],
  [22_050, 2000],
  [11_025, 2000],
  [8000, 2000],
  [4000, 2000],
  [44_117, 2000],
  [48_000, 8000]
] as const

describe('resample', { timeout: 60_000 }, () => {
  it.each(DOWN)('lets no tone of 1.05 to 1.9 times the new Nyquist frequency through (%i to %i Hz)', (from, to) => {
    for (const ratio of [1.05, 1.06, 1.1, 1.25, 1.5, 1.75, 1.9]) {
      expect(levelAfter((ratio * to) / 2, from, to), `${ratio} x Nyquist`).toBeLessThan(-90)
    }
  })

  it.each(DOWN)('lets no tone higher up through either (%i to %i Hz)', (from, to) => {
    for (const share of [0.3, 0.5, 0.7, 0.9, 0.97]) {
      const hz = (share * from) / 2
      if (hz > (1.05 * to) / 2) expect(levelAfter(hz, from, to), `${hz} Hz`).toBeLessThan(-90)
    }
  })

  it.each([...DOWN, [2000, 8000], [500, 2000], [2000, 44_100]] as const)(
    'keeps the pass band within 0.1 dB up to four fifths of the lower Nyquist frequency (%i to %i Hz)',
    (from, to) => {
      for (const share of [0.01, 0.1, 0.4, 0.7, 0.8]) {
        const hz = (share * Math.min(from, to)) / 2
        expect(Math.abs(levelAfter(hz, from, to)), `${hz} Hz`).toBeLessThan(0.1)
      }
    }
  )

  it.each([
    [48_000, 2000],
    [44_100, 2000],
    [44_117, 2000],
    [2000, 8000],
    [8000, 44_100]
  ])('delays nothing (%i to %i Hz)', (from, to) => {
    const { samples } = resample({ samples: tone(50, from, 1), sampleRate: from }, to)
    const expected = tone(50, to, 1)
    for (let n = to * 0.2; n < to * 0.8; n++) expect(Math.abs(samples[n]! - expected[n]!)).toBeLessThan(1e-4)
  })

  it('keeps a constant exactly constant away from the ends', () => {
    const { samples } = resample({ samples: new Float32Array(44_100).fill(0.25), sampleRate: 44_100 }, 2000)
    expect(new Set(samples.subarray(50, 1950))).toEqual(new Set([0.25]))
  })

  it('gives the same samples back at the same rate', () => {
    const samples = tone(50, 2000, 0.1)
    expect(resample({ samples, sampleRate: 2000 }, 2000)).toEqual({ samples, sampleRate: 2000 })
  })

  it('makes nothing of nothing', () => {
    expect(resample({ samples: new Float32Array(0), sampleRate: 48_000 }, 2000).samples).toHaveLength(0)
  })

  it.each([0, 499, 192_001, 44_100.5, Number.NaN])('refuses the rate %d as the caller’s fault', (rate) => {
    expect(() => resample({ samples: new Float32Array(1), sampleRate: rate }, 2000)).toThrow(RangeError)
    expect(() => resample({ samples: new Float32Array(1), sampleRate: 2000 }, rate)).toThrow(RangeError)
  })
})

const rates = fc.oneof(
  fc.constantFrom(500, 2000, 8000, 44_100, 48_000, 192_000),
  fc.integer({ min: 500, max: 192_000 })
)
const waves = fc.float32Array({ minLength: 0, maxLength: 3000, noNaN: true, min: -1, max: 1 })

describe('resample, whatever the input', { timeout: 60_000 }, () => {
  it('is round(n x to / from) long', () => {
    fc.assert(
      fc.property(waves, rates, fc.constantFrom(2000, 8000), (samples, from, to) => {
        expect(resample({ samples, sampleRate: from }, to).samples).toHaveLength(
          Math.round((samples.length * to) / from)
        )
      }),
      { numRuns: 60 }
    )
  })

  it('gives the same numbers in pieces as in one go', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 })
    fc.assert(
      fc.property(waves, rates, fc.constantFrom(2000, 8000), cuts, (samples, from, to, lengths) => {
        const stream = new ResamplingStream(from, to)
        const parts: Float32Array[] = []
        let start = 0
        for (const length of [...lengths, samples.length]) {
          parts.push(stream.push(samples.subarray(start, start + length)))
          start += length
        }
        parts.push(stream.finish())
        const joined = Float32Array.from(parts.flatMap((part) => [...part]))
        expect(joined).toEqual(resample({ samples, sampleRate: from }, to).samples)
      }),
      { numRuns: 60 }
    )
  })

  it('is linear', () => {
    fc.assert(
      fc.property(waves, rates, fc.double({ min: -2, max: 2, noNaN: true }), (samples, from, factor) => {
        const other = samples.map((_, n) => Math.sin(n))
        const mix = samples.map((sample, n) => factor * sample + other[n]!)
        const convert = (wave: Float32Array) => resample({ samples: wave, sampleRate: from }, 2000).samples
        const [a, b, both] = [convert(samples), convert(other), convert(mix)]
        for (const [n, sample] of both.entries()) expect(sample).toBeCloseTo(factor * a[n]! + b[n]!, 4)
      }),
      { numRuns: 40 }
    )
  })
})
