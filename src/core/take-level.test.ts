import { describe, expect, it } from 'vitest'
import { HEARD_RATE_HZ, type Pcg } from './pcg'
import { ResamplingStream, resample } from './resample'
import { simulateHeart } from './simulate'
import { type TakeLevel, TakeLevelMeter } from './take-level'
import { judgeTake } from './take-verdict'

const CAPTURED_HZ = 48_000
/** As the audio thread hands them on. */
const PIECE_LENGTH = 2048

function heart(gain: number, seed = 1): Pcg {
  const made = simulateHeart({
    heartRateBpm: 72,
    murmur: 'none',
    murmurLevelDb: -20,
    noiseLevelDb: -40,
    durationS: 10,
    sampleRate: 4000,
    seed
  })
  const { samples } = resample(made, CAPTURED_HZ)
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return { samples: samples.map((value) => Math.max(-1, Math.min(1, (gain * value) / peak))), sampleRate: CAPTURED_HZ }
}

function hiss(gain: number): Pcg {
  let state = 3
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
  return { samples: new Float32Array(10 * CAPTURED_HZ).map(() => gain * random()), sampleRate: CAPTURED_HZ }
}

/** All that is said of the level while a take is made, in order, each once. */
function saidOf({ samples, sampleRate }: Pcg): TakeLevel[] {
  const meter = new TakeLevelMeter()
  const toHeardRate = new ResamplingStream(sampleRate, HEARD_RATE_HZ)
  const said: TakeLevel[] = []
  for (let start = 0; start < samples.length; start += PIECE_LENGTH) {
    const piece = samples.subarray(start, start + PIECE_LENGTH)
    const level = meter.push(piece, toHeardRate.push(piece))
    if (level !== null && level !== said.at(-1)) said.push(level)
  }
  return said
}

describe('the level of a take while it is made', () => {
  it.each([1, 0.99, 0.5, 0.1, 0.01, 0.001])('is right from beginning to end at peak %s, and the take good', (gain) => {
    for (const seed of [1, 2, 3]) {
      const take = heart(gain, seed)
      expect(judgeTake(take).code).toBe('good')
      expect(saidOf(take)).toEqual(['right'])
    }
  })

  it.each([
    ['clipped', heart(40)],
    ['too-quiet', hiss(0)],
    ['too-quiet', hiss(0.001)],
    ['too-quiet', heart(0.00002)]
  ] as const)('is last what the verdict says of the whole: %s', (code, take) => {
    expect(judgeTake(take).code).toBe(code)
    expect(saidOf(take).at(-1)).toBe(code)
  })

  it('does not call a loud sound without a heart too loud or too quiet', () => {
    expect(judgeTake(hiss(0.5)).code).toBe('no-beat')
    expect(saidOf(hiss(0.5))).toEqual(['right'])
  })

  it('says nothing of a sound so soft that only a beat could save it, until a beat can have been heard', () => {
    const meter = new TakeLevelMeter()
    const { samples } = hiss(0.001)
    const heard = resample({ samples, sampleRate: CAPTURED_HZ }, HEARD_RATE_HZ).samples
    const until = (seconds: number) => seconds * HEARD_RATE_HZ
    expect(meter.push(samples.subarray(0, 2 * CAPTURED_HZ), heard.subarray(0, until(2)))).toBeNull()
    expect(meter.push(samples.subarray(2 * CAPTURED_HZ, 5 * CAPTURED_HZ), heard.subarray(until(2), until(5)))).toBe(
      'too-quiet'
    )
  })
})
