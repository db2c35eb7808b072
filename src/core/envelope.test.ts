import { describe, expect, it } from 'vitest'
import { ENVELOPE_RATE, homomorphicEnvelope } from './envelope'

const RATE = 2000
const burst = Float32Array.from({ length: 4 * RATE }, (_, n) => {
  const isLoud = n >= 1.9 * RATE && n < 2.1 * RATE
  return (isLoud ? 0.5 : 0.001) * Math.sin((2 * Math.PI * 60 * n) / RATE)
})

describe('homomorphic envelope', () => {
  it('has fifty values a second', () => {
    expect(homomorphicEnvelope({ samples: burst, sampleRate: RATE }).values).toHaveLength(4 * ENVELOPE_RATE)
  })

  it('rises where the sound is, and nowhere else', () => {
    const { values } = homomorphicEnvelope({ samples: burst, sampleRate: RATE })
    const peak = values.indexOf(Math.max(...values))
    expect(Math.abs(peak / ENVELOPE_RATE - 2)).toBeLessThan(0.1)
    expect(values[50]! / values[peak]!).toBeLessThan(0.1)
  })

  it('grows with the square root of the amplitude', () => {
    const doubled = homomorphicEnvelope({ samples: burst.map((sample) => 4 * sample), sampleRate: RATE }).values
    const { values } = homomorphicEnvelope({ samples: burst, sampleRate: RATE })
    expect(doubled[100]! / values[100]!).toBeCloseTo(2, 3)
  })

  it('is finite and small for silence', () => {
    const { values } = homomorphicEnvelope({ samples: new Float32Array(RATE), sampleRate: RATE })
    expect(values.every((value) => Number.isFinite(value) && value < 1e-6)).toBe(true)
  })
})
