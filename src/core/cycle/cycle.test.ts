import { describe, expect, it } from 'vitest'
import { heardBeats, markedBeats } from '../../../tests/builders/beats'
import type { Pcg } from '../pcg'
import { AVERAGED_LOUDNESS_ROWS, notDrawn, type Picture } from '../picture'
import { alignBeats } from './align'
import { averageBeats } from './averaged-beat'
import { loudnessOf } from './loudness'
import { markBeats } from './marked-beats'
import { murmurInTime } from './murmur-in-time'
import { rhythmOf } from './rhythm'

const RATE = 2000
const HOP_S = 0.016

/** A number between -1 and 1 that looks like chance. */
const chance = (n: number) => 2 * ((Math.sin(12.9898 * n) * 43758.5453) % 1)

/** Two bursts a beat at known times over some noise; of an odd beat the second is missing and the first sounds late. */
function heartAt(s1S: readonly number[], durationS: number, odd = -1): Pcg {
  const samples = Float32Array.from({ length: durationS * RATE }, (_, n) => 0.002 * chance(n))
  const burst = (atS: number, hertz: number, gain: number) => {
    for (let n = Math.round((atS - 0.05) * RATE); n < (atS + 0.05) * RATE; n++) {
      const t = n / RATE - atS
      samples[n]! += gain * Math.exp(-((t / 0.02) ** 2)) * Math.cos(2 * Math.PI * hertz * t)
    }
  }
  s1S.forEach((timeS, beat) => {
    burst(beat === odd ? timeS + 0.15 : timeS, 50, 0.4)
    if (beat !== odd) burst(timeS + 0.3, 70, 0.25)
  })
  return { samples, sampleRate: RATE }
}
const beatsAt = (s1S: readonly number[]) => s1S.map((timeS) => ({ s1S: timeS, s2S: timeS + 0.3 }))

/** From 0.7 to 0.9 s from one to the next. */
const uneven = Array.from({ length: 24 }, (_, beat) => 0.5 + 0.8 * beat + 0.1 * Math.sin(beat))
/** As the network gives them, in frames. */
const coarse = uneven.map((timeS) => HOP_S * Math.round(timeS / HOP_S))
const gaps = (times: readonly number[]) => times.slice(1).map((timeS, beat) => timeS - times[beat]!)
const heart = heartAt(uneven, 21)
const loudness = loudnessOf(heart)

describe('beats laid over each other', () => {
  it('tell the time from one to the next to a millisecond, where frames tell it to eight', () => {
    const worst = (times: readonly number[]) =>
      Math.max(...gaps(times).map((gapS, beat) => Math.abs(gapS - gaps(uneven)[beat]!)))
    expect(worst(coarse)).toBeGreaterThan(0.008)
    expect(worst(alignBeats(loudness, coarse))).toBeLessThan(0.001)
  })

  it('stay where they are on average, and at the ends where there is nothing to lay over', () => {
    const times = [0.02, ...coarse, 20.99]
    const aligned = alignBeats(loudness, times)
    expect([aligned[0], aligned.at(-1)]).toEqual([0.02, 20.99])
    const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length
    expect(mean(aligned)).toBeCloseTo(mean(times), 3)
    expect(alignBeats(loudness, [])).toEqual([])
  })

  it('are marked where the network is sure of them, and a time from one to the next is known of two in a row', () => {
    const heard = heardBeats(beatsAt(coarse).map((beat, index) => ({ ...beat, sureness: index === 5 ? 0.3 : 0.9 })))
    heard[9]!.isFollowed = false
    const marked = markBeats(loudness, heard)
    expect(marked).toHaveLength(coarse.length - 1)
    // The one before the doubtful beat, the one before the break, and the last.
    expect(marked.flatMap(({ rrS }, index) => (rrS === null ? [index] : []))).toEqual([4, 8, coarse.length - 2])
    expect(marked[0]!.rrS).toBeCloseTo(uneven[1]! - uneven[0]!, 3)
  })
})

describe('a rhythm', () => {
  const rhythm = (s1S: readonly number[]) => rhythmOf(markedBeats(beatsAt(s1S)))

  it('is how long a beat lasts, and how much one differs from the next', () => {
    const alternating = Array.from({ length: 11 }, (_, beat) => 0.8 * beat + (beat % 2 ? 0.02 : 0))
    expect(rhythm(alternating)).toEqual({
      ...{ count: 10, irregular: [] },
      ...{ rrS: expect.closeTo(0.8, 6), variationS: expect.closeTo(0.04, 6) }
    })
  })

  it('names a beat that comes early and one that comes late, where they come, and no other', () => {
    const times = Array.from({ length: 12 }, (_, beat) => 0.5 + 0.8 * beat)
    times[6]! -= 0.3
    expect(rhythm(times)?.irregular).toEqual([
      { atS: expect.closeTo(5, 6), how: 'early' },
      { atS: expect.closeTo(6.1, 6), how: 'late' }
    ])
    // Breathing is no irregularity.
    expect(rhythm(uneven)?.irregular).toEqual([])
  })

  it('is unknown of three beats, and its variation where no three times follow on each other', () => {
    expect(rhythm([0, 0.8, 1.6])).toBeNull()
    const broken = markedBeats(beatsAt([0, 0.8, 1.6, 2.4, 3.2, 4, 4.8])).map((beat, index) => ({
      ...beat,
      rrS: index % 2 ? null : beat.rrS
    }))
    expect(rhythmOf(broken)).toMatchObject({ count: 3, variationS: null })
  })
})

describe('the averaged beat', () => {
  const spectrogram: Picture<'spectrogram'> = {
    ...{ kind: 'spectrogram', dims: [2, 1300], firstS: 0.032, hopS: HOP_S },
    // The upper band rises by 1 dB a second, the lower one stays.
    data: Float32Array.from({ length: 2600 }, (_, n) => (n < 1300 ? -40 : -60 + HOP_S * (n - 1300)))
  }

  it('shows both sounds where they are, between what a tenth of the beats lie below and above', () => {
    const averaged = averageBeats(loudness, spectrogram, markedBeats(beatsAt(uneven)))!
    const { dims, data, firstS, hopS } = averaged.picture
    expect(averaged).toMatchObject({ leftOut: [] })
    expect(dims[0]).toBe(AVERAGED_LOUDNESS_ROWS + 2)
    const at = (row: number, lagS: number) => data[row * dims[1] + Math.round((lagS - firstS) / hopS)]!
    expect(at(0, 0)).toBeGreaterThan(3 * at(0, 0.15))
    expect(at(0, 0.3)).toBeGreaterThan(3 * at(0, 0.15))
    expect(at(0, 0)).toBeGreaterThan(at(0, 0.3))
    for (const lagS of [0, 0.15, 0.3, 0.5]) {
      expect(at(1, lagS)).toBeLessThanOrEqual(at(0, lagS))
      expect(at(2, lagS)).toBeGreaterThanOrEqual(at(0, lagS))
    }
    expect(at(AVERAGED_LOUDNESS_ROWS, 0.2)).toBeCloseTo(-40, 4)
    expect(at(AVERAGED_LOUDNESS_ROWS + 1, 0.5) - at(AVERAGED_LOUDNESS_ROWS + 1, 0)).toBeCloseTo(0.5, 2)
  })

  it('leaves out the beat that is unlike the others, and names it', () => {
    const averaged = averageBeats(loudnessOf(heartAt(uneven, 21, 12)), spectrogram, markedBeats(beatsAt(uneven)))!
    const whole = averageBeats(loudness, spectrogram, markedBeats(beatsAt(uneven)))!
    expect(averaged).toMatchObject({ leftOut: [12], mostUnlike: 12, used: whole.used - 1 })
  })

  it('is not there of two beats, of none, nor of beats that are all unlike each other', () => {
    expect(averageBeats(loudness, spectrogram, markedBeats(beatsAt(uneven.slice(0, 2))))).toBeNull()
    expect(averageBeats(loudness, notDrawn('spectrogram'), [])).toBeNull()
    const scattered = Array.from({ length: 12 }, (_, beat) => 1 + 1.5 * beat + 0.7 * chance(beat))
    expect(averageBeats(loudness, spectrogram, markedBeats(beatsAt(scattered)))).toBeNull()
  })
})

describe('what sounds between the sounds', () => {
  /** Noise up to about 300 Hz in a part of each beat, seconds from S1, as loud beside S1's 0.4. */
  const murmured = (fromS: number, toS: number, gain: number): Pcg => {
    const samples = heart.samples.map((value, n) => {
      const since = Math.min(...uneven.map((s1S) => n / RATE - s1S).filter((lagS) => lagS >= 0), 9)
      const noise = chance(n) + chance(n + 1) + chance(n + 2) + chance(n + 3)
      return since > fromS && since < toS ? value + gain * noise : value
    })
    return { samples, sampleRate: RATE }
  }
  const beats = markedBeats(beatsAt(uneven))

  it.each([
    [0.06, 0.12, { phase: 'systole', timing: 'early' }],
    [0.14, 0.16, { phase: 'systole', timing: 'mid' }],
    [0.18, 0.24, { phase: 'systole', timing: 'late' }],
    [0.06, 0.24, { phase: 'systole', timing: 'holo' }],
    [0.36, 0.7, { phase: 'diastole' }]
  ] as const)('is found where it is: from %d to %d s', (fromS, toS, found) => {
    expect(murmurInTime(murmured(fromS, toS, 0.02), beats)).toMatchObject(found)
  })

  it('stands out above the quietest part by as much as it is louder', () => {
    const [soft, loud] = [0.02, 0.08].map((gain) => murmurInTime(murmured(0.06, 0.24, gain), beats)!)
    const louderDb = 20 * Math.log10(4)
    expect(Math.abs(loud!.aboveQuietDb - soft!.aboveQuietDb - louderDb)).toBeLessThan(1)
    // A little of it sounds during S1.
    expect(Math.abs(loud!.besideS1Db - soft!.besideS1Db - louderDb)).toBeLessThan(3)
    expect(murmurInTime(heart, beats)!.aboveQuietDb).toBeLessThan(5)
  })

  it('reaches as high as it sounds', () => {
    expect(murmurInTime(murmured(0.06, 0.24, 0.02), beats)!.highestHz).toBeGreaterThanOrEqual(450)
    // What sounds all the time stands out nowhere.
    const hum = heart.samples.map((value, n) => value + 0.02 * Math.sin((2 * Math.PI * 180 * n) / RATE))
    expect(murmurInTime({ samples: hum, sampleRate: RATE }, beats)!.highestHz).toBeNull()
  })

  it('is unknown without beats, and is nothing in digital silence', () => {
    expect(murmurInTime(heart, [])).toBeNull()
    const silence = { samples: new Float32Array(21 * RATE), sampleRate: RATE }
    expect(murmurInTime(silence, beats)).toMatchObject({ aboveQuietDb: 0, highestHz: null })
  })
})
