/** A wave of an ECG: where it stands in the beat, how wide it is, both in seconds, and how high. */
const WAVES = [
  { at: -0.16, width: 0.025, height: 0.1 },
  { at: -0.026, width: 0.008, height: -0.12 },
  { at: 0, width: 0.01, height: 1 },
  { at: 0.026, width: 0.008, height: -0.2 },
  { at: 0.28, width: 0.05, height: 0.25 }
] as const

/** A made-up electrocardiogram: P, Q, R, S and T as bells, with the wander of breath. */
export function makeEcg({ bpm = 66, sampleRate = 2000, durationS = 20, isInverted = false } = {}): Float32Array {
  const sign = isInverted ? -1 : 1
  return Float32Array.from({ length: durationS * sampleRate }, (_, n) => {
    const timeS = n / sampleRate
    const beat = Math.round(((timeS - 0.1) * bpm) / 60)
    const wander = 0.1 * Math.sin(2 * Math.PI * 0.25 * timeS)
    const height = [beat - 1, beat, beat + 1].reduce((sum, number) => {
      const u = timeS - 0.1 - (number * 60) / bpm
      return (
        sum + WAVES.reduce((wave, { at, width, height }) => wave + height * Math.exp(-0.5 * ((u - at) / width) ** 2), 0)
      )
    }, wander)
    return 0.4 * sign * height
  })
}
