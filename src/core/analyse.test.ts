import { describe, expect, it } from 'vitest'
import { card } from '../../tests/builders/card'
import { analyse, type Model } from './analyse'
import type { Progress } from './analysis'
import { decidingParts } from './deciding-parts'
import { AppError } from './errors'
import { simulateHeart } from './simulate'
import { tensor } from './tensor'

/** A stand-in for the graph that is easy to reckon with: every window is usable, leans as `logit` says, and beats twice a second. */
function modelWith(logit: (window: number) => number, quality = 5): Model & { batches: number[] } {
  const batches: number[] = []
  let seen = 0
  return {
    card,
    batches,
    async predict({ dims: [count = 0] }) {
      batches.push(count)
      const first = seen
      seen += count
      const filled = (dims: number[], value: (n: number) => number) =>
        tensor(
          dims,
          Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, n) => value(n))
        )
      return {
        abnormalLogit: filled([count], (n) => logit(first + n)),
        murmurLogit: filled([count], () => 2),
        qualityLogit: filled([count], () => quality),
        logMel: filled([count, 2, 5], () => -30),
        evidenceMap: filled([count, 2, 5], (n) => logit(first + Math.floor(n / 10)) / 2),
        murmurEvidenceMap: filled([count, 2, 5], () => 0.4),
        cycle: filled([count, 12, 100], (n) => (beatsIn(Math.floor(n / 100) % 12, n % 100) ? 0.89 : 0.01)),
        embedding: filled([count, 2], () => 0)
      }
    }
  }
}

/** Is the heart in this part in this frame, of twenty a second? Windows begin every half second, as the beats do. */
const beatsIn = (part: number, frame: number) => part === Math.floor((12 * (frame % 10)) / 10)

const heart = (durationS: number) =>
  simulateHeart({
    heartRateBpm: 70,
    murmur: 'none',
    murmurLevelDb: -40,
    noiseLevelDb: -40,
    durationS,
    sampleRate: 2000,
    seed: 1
  })

describe('analyse', () => {
  it('goes from a recording to an answer, its findings and its pictures', async () => {
    const { analysis, pictures } = await analyse(
      heart(12),
      modelWith(() => 3),
      { clippedFraction: 0 }
    )
    expect(analysis.answer.outcome).toBe('abnormal-like')
    expect(analysis.windows.map(({ startS }) => startS)).toEqual([0, 2.5, 5, 7])
    // By the network: the sound itself has 70.
    expect(analysis.heartRate?.valueBpm).toBeCloseTo(120)
    expect(analysis.answer.murmur?.outcome).toBe('murmur')
    const codes = ['heart-rate', 'rhythm', 'murmur-in-time', 'windows-agree', 'strongest-span', 'bandwidth']
    expect(analysis.findings.map(({ code }) => code)).toEqual(codes)
    expect(pictures.spectrogram).toMatchObject({ dims: [2, 12] })
    expect(pictures.beats.dims).toEqual([24, 9])
    expect(pictures['evidence-map']).toMatchObject({ dims: [2, 12] })
    expect(pictures['murmur-evidence-map']).toMatchObject({ dims: [2, 12] })
    expect(pictures.waveform.data.length / 2).toBe(12 * 200)
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
  })

  it('asks the model for no more windows at once than the card says', async () => {
    const model = modelWith(() => 0)
    await analyse(heart(60), model, { clippedFraction: 0 })
    expect(model.batches).toEqual([8, 8, 7])
  })

  it('says which windows disagree and where the answer is strongest', async () => {
    const { analysis, pictures } = await analyse(
      heart(12),
      modelWith((window) => [2, 4, -1, 2][window]!),
      { clippedFraction: 0 }
    )
    expect(analysis.findings).toContainEqual({ code: 'windows-agree', agreeing: 3, count: 4 })
    // What the window offers to leave out first is what the sentence names.
    const strongest = decidingParts(pictures['evidence-map'], analysis, card).flatMap((part) =>
      part.kind === 'span'
        ? [{ code: 'strongest-span', side: 'abnormal-like', startS: part.startS, endS: part.endS }]
        : []
    )
    expect(strongest).toHaveLength(1)
    expect(analysis.findings).toEqual(expect.arrayContaining(strongest))
  })

  it('never gives a verdict, nor a heart rate, where there is no heart sound', async () => {
    const { analysis } = await analyse(
      heart(12),
      modelWith(() => 5, -5),
      { clippedFraction: 0 }
    )
    expect(analysis.answer).toMatchObject({ outcome: 'cannot-tell', reason: 'no-heart-sound' })
    expect(analysis.answer.abnormalProbability).toBeGreaterThan(0.9)
    expect(analysis.heartRate).toBeNull()
  })

  it('refuses what was clipped before it reached us', async () => {
    const { analysis } = await analyse(
      heart(12),
      modelWith(() => 5),
      { clippedFraction: 0.3 }
    )
    expect(analysis.answer.reason).toBe('clipped')
    expect(analysis.findings[0]).toEqual({ code: 'clipped', fraction: 0.3 })
  })

  it('repeats a short recording and says so', async () => {
    const { analysis } = await analyse(
      heart(3),
      modelWith(() => 3),
      { clippedFraction: 0 }
    )
    expect(analysis.windows).toHaveLength(1)
    expect(analysis.findings).toContainEqual({ code: 'repeated-to-fill', durationS: 3 })
  })

  it('refuses less than two seconds, and another sample rate', async () => {
    const short = analyse(
      heart(1.9),
      modelWith(() => 3),
      { clippedFraction: 0 }
    )
    await expect(short).rejects.toMatchObject({ code: 'audio-too-short', values: { shortestS: 2 } })
    await expect(short).rejects.toBeInstanceOf(AppError)
    const foreign = analyse(
      { ...heart(12), sampleRate: 4000 },
      modelWith(() => 3),
      { clippedFraction: 0 }
    )
    await expect(foreign).rejects.toBeInstanceOf(RangeError)
  })

  it('tells its progress in the order of the work', async () => {
    const heardOf: Progress[] = []
    await analyse(
      heart(60),
      modelWith(() => 0),
      { clippedFraction: 0, onProgress: (progress) => heardOf.push(progress) }
    )
    expect([...new Set(heardOf.map(({ step }) => step))]).toEqual(['model', 'beat'])
    const fractions = heardOf.filter(({ step }) => step === 'model').map(({ fraction }) => fraction)
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    expect(fractions.at(-1)).toBe(1)
  })

  it('leaves the recording as it was', async () => {
    const pcg = heart(6)
    const before = pcg.samples.slice()
    await analyse(
      pcg,
      modelWith(() => 0),
      { clippedFraction: 0 }
    )
    expect(pcg.samples).toEqual(before)
  })

  it('moves its scores to the scale of a sensor, says so, and asks the murmur without it', async () => {
    const tuning = { name: 'Blue one', scale: 1, offset: -6 }
    const [plain, tuned] = await Promise.all(
      [{}, { tuning }].map((chosen) =>
        analyse(
          heart(6),
          modelWith(() => 3),
          { clippedFraction: 0, ...chosen }
        )
      )
    )
    expect(plain?.analysis.answer).toMatchObject({ outcome: 'abnormal-like' })
    expect(plain?.analysis.answer).not.toHaveProperty('tuning')
    expect(tuned?.analysis.answer).toMatchObject({ outcome: 'normal-like', tuning })
    expect(tuned?.analysis.windows[0]?.abnormalProbability).toBeCloseTo(1 / (1 + Math.exp(3)), 6)
    expect(tuned?.analysis.answer.murmur).toEqual(plain?.analysis.answer.murmur)
  })
})
