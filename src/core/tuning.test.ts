import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TuningRule } from './model-card'
import type { Scale } from './score'
import { type KnownRecording, peopleOf, tune, tunedCalibration } from './tuning'

const rule: TuningRule = {
  middle: 0.1,
  distance: 3,
  normal: 1.2,
  abnormal: 2,
  between: { middle: 1.2, distance: 1.4 }
}
const usual = { normal: -1.4, abnormal: 1.6 }

const logOdds = fc.double({ min: -12, max: 12, noNaN: true })
const recordingOf = (kind: fc.Arbitrary<KnownRecording['kind']>) =>
  fc.record({ kind, person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), logOdds })
const known = fc.array(recordingOf(fc.constantFrom('normal' as const, 'abnormal' as const)), { maxLength: 20 })
const normal = fc.array(recordingOf(fc.constant('normal' as const)), { minLength: 1, maxLength: 20 })

const people = (kind: KnownRecording['kind'], count: number, at: number): KnownRecording[] =>
  Array.from({ length: count }, (_, n) => ({ kind, person: `${kind} ${n}`, logOdds: at }))
const tuned = (value: number, { scale, offset }: Scale) => scale * value + offset

describe('a sensor tuned with people who are known', () => {
  it('is not changed by nobody', () => {
    const { scale, offset } = tune([], rule)
    expect(scale).toBe(1)
    expect(offset).toBeCloseTo(0, 12)
  })

  it('is not changed by people who lie where they usually do', () => {
    const { scale, offset } = tune(
      [...people('normal', 9, usual.normal), ...people('abnormal', 7, usual.abnormal)],
      rule
    )
    expect(scale).toBeCloseTo(1, 12)
    expect(offset).toBeCloseTo(0, 12)
  })

  it('does not see the order of the recordings, not even in the last digit', () => {
    const shuffled = known.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
    )
    fc.assert(
      fc.property(shuffled, ([all, again]) => {
        expect(tune(again, rule)).toEqual(tune(all, rule))
      })
    )
  })

  it('counts people, not recordings', () => {
    fc.assert(
      fc.property(known, (all) => {
        const twice = tune([...all, ...all], rule)
        expect(twice.offset).toBeCloseTo(tune(all, rule).offset, 9)
        expect(twice.scale).toBeCloseTo(tune(all, rule).scale, 9)
      })
    )
  })

  it('has an offset alone where only normal people are known, towards the full move and never beyond it', () => {
    fc.assert(
      fc.property(normal, (all) => {
        const { scale, offset } = tune(all, rule)
        // Sensors may differ by anything: nothing is shrunk.
        const full = tune(all, { ...rule, between: { middle: 1e9, distance: 1e-9 } }).offset
        expect(scale).toBe(1)
        expect(offset * Math.sign(full)).toBeGreaterThanOrEqual(-1e-12)
        expect(Math.abs(offset)).toBeLessThanOrEqual(Math.abs(full) + 1e-9)
      })
    )
  })

  it('is moved little by one person who is not what is said', () => {
    const nine = people('normal', 9, usual.normal + 1)
    const one: KnownRecording = { kind: 'normal', person: 'mistaken', logOdds: 9 }
    const [right, wrong] = [nine, [...nine, one]].map((all) => tune(all, rule).offset)
    // As far as two deviations of one in ten bring it about, and no further.
    expect(Math.abs(wrong! - right!)).toBeLessThan(0.25)
    expect(tune([...nine, { ...one, logOdds: 90 }], rule).offset).toBe(wrong)
  })

  it('moves further with more people, who lie the same', () => {
    const place = fc.double({ min: -6, max: 6, noNaN: true })
    const both = fc.record({ low: place, high: place })
    fc.assert(
      fc.property(both, fc.nat(30), ({ low, high }, count) => {
        const moved = (n: number) => Math.abs(tune(people('normal', n, low), rule).offset)
        expect(moved(count + 1)).toBeGreaterThanOrEqual(moved(count) - 1e-12)
        const scaled = (n: number) =>
          Math.abs(tune([...people('normal', n, low), ...people('abnormal', n, high)], rule).scale - 1)
        expect(scaled(200)).toBeGreaterThanOrEqual(scaled(1) - 1e-12)
      })
    )
  })

  it('takes the middle between very many people to the usual one, and says less where they lie closer together', () => {
    const { scale, offset } = tune([...people('normal', 20_000, 0.5), ...people('abnormal', 20_000, 2.9)], rule)
    expect(scale).toBeCloseTo(2.4 / 3, 3)
    expect(tuned(1.7, { scale, offset })).toBeCloseTo(rule.middle, 3)
  })

  it('knows of one kind of people only in part where the middle is', () => {
    const { offset } = tune(people('normal', 20_000, usual.normal + 1), rule)
    // The rest may be that this sensor's people lie closer together.
    const { middle, distance } = rule.between
    expect(-offset).toBeCloseTo(middle ** 2 / (middle ** 2 + distance ** 2 / 4), 3)
  })

  it('stays within half and twice the scale, and never turns it round', () => {
    fc.assert(
      fc.property(known, (all) => {
        const { scale, offset } = tune(all, rule)
        expect(scale).toBeGreaterThanOrEqual(0.5)
        expect(scale).toBeLessThanOrEqual(2)
        expect(Number.isFinite(offset)).toBe(true)
      })
    )
    // Normal people who sound more abnormal than the abnormal ones: no scale mends that.
    expect(tune([...people('normal', 500, 4), ...people('abnormal', 500, -4)], rule).scale).toBe(0.5)
  })

  it('stands on top of the scale of the card', () => {
    const tuning = { scale: 1.3, offset: -0.4 }
    const card = { scale: 0.7, offset: 0.2 }
    const { scale, offset } = tunedCalibration(card, tuning)
    expect(scale * 3 + offset).toBeCloseTo(tuned(0.7 * 3 + 0.2, tuning), 12)
  })

  it('is counted by the people of each kind', () => {
    const some = [...people('normal', 3, 0), ...people('normal', 2, 1), ...people('abnormal', 1, 2)]
    expect([peopleOf(some, 'normal'), peopleOf(some, 'abnormal')]).toEqual([3, 1])
  })

  it('is what Python makes of the same people', () => {
    const path = join(import.meta.dirname, '../../tests/fixtures/tuning.json')
    const cases: { rule: TuningRule; recordings: KnownRecording[]; tuning: Scale }[] = JSON.parse(
      readFileSync(path, 'utf8')
    )
    expect(cases.length).toBeGreaterThan(5)
    for (const { rule, recordings, tuning } of cases) {
      const { scale, offset } = tune(recordings, rule)
      expect(scale).toBeCloseTo(tuning.scale, 10)
      expect(offset).toBeCloseTo(tuning.offset, 10)
    }
  })
})
