import { describe, expect, it } from 'vitest'
import { format } from './format'

const english = format('en')

describe('format', () => {
  it('keeps the digits that were asked for and never shows a negative nought', () => {
    expect(english.decimal(0.7, 2)).toBe('0.70')
    expect(english.decimal(-0.004, 2)).toBe('0.00')
    expect(english.decimal(-0.05, 1)).toBe('−0.1')
    expect(english.integer(2939)).toBe('2,939')
  })

  it('never rounds a chance to a certainty', () => {
    expect(english.chance(0.995, 2)).toBe('> 0.99')
    expect(english.chance(0.9949, 2)).toBe('0.99')
    expect(english.chance(0.004, 2)).toBe('< 0.01')
    expect(english.chance(0.005, 2)).toBe('0.01')
    expect(english.chance(0.99951, 3)).toBe('> 0.999')
    expect([english.chance(0, 2), english.chance(0.5, 2), english.chance(1, 2)]).toEqual(['0.00', '0.50', '1.00'])
  })

  it('writes lengths in seconds, from a minute on in minutes', () => {
    expect(english.duration(35.66)).toBe('35.7\u00a0s')
    expect(english.duration(59.96)).toBe('1\u00a0min')
    expect(english.duration(125)).toBe('2\u00a0min 5\u00a0s')
  })

  it('writes a place in a recording without jumping', () => {
    expect(english.clock(7.34)).toBe('0:07.3')
    expect(english.clock(59.96)).toBe('1:00.0')
    expect(english.clock(600)).toBe('10:00.0')
  })

  it('writes units', () => {
    expect(english.hertz(2000)).toBe('2\u00a0kHz')
    expect(english.hertz(44100)).toBe('44.1\u00a0kHz')
    expect(english.hertz(62.5)).toBe('62.5\u00a0Hz')
    expect(english.bytes(999)).toBe('999\u00a0B')
    expect(english.bytes(67_108_864)).toBe('67\u00a0MB')
    expect(english.bytes(1_500)).toBe('1.5\u00a0kB')
    expect(english.percent(0.974, 1)).toBe('97.4\u00a0%')
    expect(english.plural(1, { one: 'window', other: 'windows' })).toBe('window')
  })
})
