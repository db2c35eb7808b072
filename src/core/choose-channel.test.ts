import { describe, expect, it } from 'vitest'
import { makeEcg } from '../../tests/builders/ecg'
import { chooseChannel } from './choose-channel'
import { ecgLikenessOf } from './ecg-likeness'
import { simulateHeart } from './simulate'

const RATE = 2000
const LENGTH = 20 * RATE
const heartWith = (noiseLevelDb: number, murmur: 'none' | 'systolic' = 'none') =>
  simulateHeart({
    heartRateBpm: 66,
    murmur,
    murmurLevelDb: -15,
    noiseLevelDb,
    durationS: 20,
    sampleRate: RATE,
    seed: 1
  }).samples
const heart = heartWith(-40)
let seed = 1
const noise = Float32Array.from({ length: LENGTH }, () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return 0.3 * (seed / 2 ** 31 - 1)
})
const hum = Float32Array.from({ length: LENGTH }, (_, n) => 0.3 * Math.sin((2 * Math.PI * 50 * n) / RATE))

const OTHERS: [string, Float32Array][] = [
  ['hum', hum],
  ['noise', noise],
  ['silence', new Float32Array(LENGTH)],
  ['an ECG', makeEcg()],
  ['an ECG upside down', makeEcg({ isInverted: true })],
  ['an ECG of another heart', makeEcg({ bpm: 90 })]
]
const HEARTS: [string, Float32Array][] = [
  ['a clean heart', heart],
  ['a noisy heart', heartWith(-10)],
  ['a heart with a murmur', heartWith(-30, 'systolic')]
]

describe('the channel with a heart in it', () => {
  const pairs = HEARTS.flatMap(([heartName, sound]) =>
    OTHERS.map(([otherName, other]) => ({ heartName, otherName, sound, other }))
  )
  it.each(pairs)('is $heartName, not $otherName, on whichever side', ({ sound, other }) => {
    expect(chooseChannel([sound, other], RATE)).toMatchObject({ index: 0, chosenBy: 'beat' })
    expect(chooseChannel([other, sound], RATE)).toMatchObject({ index: 1 })
  })

  it('is the first of two that hear the same heart alike, also where one is inverted', () => {
    const inverted = heart.map((sample) => -sample)
    const softer = heart.map((sample) => 0.2 * sample)
    for (const other of [inverted, softer]) expect(chooseChannel([other, heart], RATE).index).toBe(0)
  })

  it('is the clearer one of two that hear the same heart', () => {
    expect(chooseChannel([heartWith(-10), heart], RATE).index).toBe(1)
  })

  it('says how clearly a beat stands out in each', () => {
    const { beatHeights } = chooseChannel([hum, heart, new Float32Array(LENGTH)], RATE)
    expect(beatHeights).toEqual([expect.closeTo(0, 1), expect.closeTo(0.85, 1), 0])
  })

  it('is the first where there is none at all', () => {
    expect(chooseChannel([new Float32Array(LENGTH), new Float32Array(LENGTH)], RATE).index).toBe(0)
    expect(chooseChannel([new Float32Array(1), new Float32Array(1)], RATE).index).toBe(0)
  })
})

describe('the likeness to an ECG', () => {
  it('does not depend on loudness or side, and is nought for silence', () => {
    const ecg = makeEcg()
    const loudness = ecgLikenessOf(
      ecg.map((sample) => -3 * sample),
      RATE
    )
    expect(loudness).toBeCloseTo(ecgLikenessOf(ecg, RATE), 5)
    expect(ecgLikenessOf(new Float32Array(LENGTH), RATE)).toBe(0)
  })
})
