import { expect, it } from 'vitest'
import { cycleTimes } from './cycle-times'

it('tells how long systole and diastole usually last, whatever was left out between', () => {
  const beats = [
    { s1S: 0, s2S: 0.25 },
    { s1S: 1, s2S: 1.25 },
    { s1S: 5, s2S: 5.25 },
    { s1S: 6, s2S: 6.25 }
  ]
  expect(cycleTimes(beats)).toEqual({ systoleS: 0.25, diastoleS: 0.75 })
  expect(cycleTimes(beats.slice(0, 1))).toEqual({ systoleS: 0.25, diastoleS: null })
})

it('takes beats that were left out of a fast heart for no long diastole', () => {
  const at = (s1S: number) => ({ s1S, s2S: s1S + 0.125 })
  expect(cycleTimes([0, 0.3125, 1.5625].map(at)).diastoleS).toBe(0.1875)
})
