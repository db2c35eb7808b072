import { expect, it } from 'vitest'
import { cycleTimes } from './cycle-times'

it('tells how long systole and diastole usually last, whatever was left out between', () => {
  const beats = [
    { s1S: 0, s2S: 0.25 },
    { s1S: 1, s2S: 1.25 },
    { s1S: 5, s2S: 5.5 },
    { s1S: 6.25, s2S: 6.5 }
  ]
  expect(cycleTimes(beats)).toEqual({ systoleS: 0.25, diastoleS: 0.75 })
  expect(cycleTimes(beats.slice(0, 1))).toEqual({ systoleS: 0.25, diastoleS: null })
})
