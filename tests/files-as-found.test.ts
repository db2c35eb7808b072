import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { joined } from '../src/core/decode/bytes'
import { simulateHeart } from '../src/core/simulate'
import { createAnalysis } from '../src/main/analysis/analyse-request'
import type { AnalysisReply } from '../src/main/analysis/messages'
import { makeEcg } from './builders/ecg'
import { chunk, format, int16, riff } from './builders/wav-file'

/*
 * One heart in files as devices, programs and accidents leave them: each gives the answer of the plain file.
 */
const models = resolve(import.meta.dirname, '../models')
const request = createAnalysis()
const hear = (bytes: Uint8Array, wantsPictures = false) =>
  request({ input: { bytes }, models, wantsPictures }, () => {})
const codesOf = ({ analysis }: AnalysisReply) => analysis.findings.map(({ code }) => code)

const heart = simulateHeart({
  heartRateBpm: 66,
  murmur: 'none',
  murmurLevelDb: -20,
  noiseLevelDb: -40,
  durationS: 20,
  sampleRate: 2000,
  seed: 1
}).samples
const data = chunk('data', int16(heart))

let plain: AnalysisReply
beforeAll(async () => {
  plain = await hear(riff(format({}), data))
})

function expectSameAnswer(reply: AnalysisReply): void {
  expect(reply.analysis.answer.outcome).toBe(plain.analysis.answer.outcome)
  expect(reply.analysis.answer.abnormalProbability).toBeCloseTo(plain.analysis.answer.abnormalProbability, 2)
  expect(reply.analysis.heartRate!.valueBpm).toBeCloseTo(plain.analysis.heartRate!.valueBpm, 0)
}

const stereo = (...channels: Float32Array[]) =>
  riff(format({ channels: channels.length }), chunk('data', int16(...channels)))
const hum = heart.map((_, n) => 0.3 * Math.sin((2 * Math.PI * 50 * n) / 2000))

describe('a heart in one of two channels', () => {
  it.each([
    ['inverted in the other', heart.map((sample) => -sample)],
    ['beside hum', hum],
    ['beside silence', hum.map(() => 0)],
    ['beside an ECG', makeEcg()]
  ])('%s is answered alike, on either side', async (_, other) => {
    const first = await hear(stereo(heart, other))
    expect(first.analysis.answer).toEqual(plain.analysis.answer)
    expect(first.format.channel).toMatchObject({ index: 0, chosenBy: 'beat' })
    const second = await hear(stereo(other, heart))
    expectSameAnswer(second)
  })

  it('gives another answer where a person chooses the other, and a copy to hear what was analysed', async () => {
    const bytes = stereo(heart, hum)
    const reply = await request({ input: { bytes }, models, channel: 1, wantsPictures: true }, () => {})
    expect(reply.analysis.answer.outcome).toBe('cannot-tell')
    expect(reply.format.channel).toMatchObject({ index: 1, chosenBy: 'person' })
    expect(reply.playable).not.toBeNull()
  })
})

describe('a heart in a WAV file', () => {
  it('is answered', () => {
    expect(plain.analysis.answer.outcome).not.toBe('cannot-tell')
    expect(plain.analysis.heartRate!.valueBpm).toBeCloseTo(66, 0)
  })

  it.each([
    [
      'with 24 bits in four bytes',
      riff(
        format({ bits: 24, frameBytes: 4 }),
        chunk('data', new Uint8Array(Int32Array.from(heart, (s) => Math.round(s * (2 ** 23 - 1)) << 8).buffer))
      )
    ],
    [
      'behind an odd chunk without its pad byte',
      riff(format({}), chunk('LIST', new Uint8Array(21).fill(0x41), { isPadded: false }), data)
    ],
    [
      'behind an empty data chunk',
      riff(format({}), chunk('data', new Uint8Array(0)), chunk('LIST', new Uint8Array(4)), data)
    ],
    [
      'of two files that were joined',
      joined([
        riff(format({}), chunk('data', int16(heart.subarray(0, 10_000)))),
        riff(format({}), chunk('data', int16(heart.subarray(10_000))))
      ])
    ]
  ])('%s is answered alike', async (_, bytes) => {
    expectSameAnswer(await hear(bytes))
  })

  it('with a gap of no numbers is answered, and the gap named', async () => {
    const floats = heart.slice().fill(Number.NaN, 0, 1000)
    const reply = await hear(riff(format({ tag: 3, bits: 32 }), chunk('data', new Uint8Array(floats.buffer))))
    expect(reply.analysis.answer.outcome).toBe(plain.analysis.answer.outcome)
    expect(reply.analysis.findings[0]).toEqual({ code: 'muted', durationS: 0.5 })
  })

  it('that was cut off is answered, and said to be cut short first', async () => {
    const whole = riff(format({}), data)
    const reply = await hear(whole.subarray(0, whole.length - 20_000))
    expect(reply.analysis.answer.outcome).toBe(plain.analysis.answer.outcome)
    expect(codesOf(reply)[0]).toBe('cut-short')
  })

  it('of 64-bit floats gets a copy that browsers can play', async () => {
    const floats = new Uint8Array(Float64Array.from({ length: 8 * 8000 }, (_, n) => heart[n >> 2]!).buffer)
    const at = (tag: number, bits: number, bytes: Uint8Array) =>
      riff(format({ tag, bits, sampleRate: 8000 }), chunk('data', bytes))
    expect((await hear(at(3, 64, floats), true)).playable).not.toBeNull()
    expect((await hear(at(1, 16, floats), true)).playable).toBeNull()
  })
})
