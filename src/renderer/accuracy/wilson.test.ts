import { expect, it } from 'vitest'
import { wilson } from './wilson'

it('gives the published interval of 81 in 263 and stays honest at none', () => {
  // Newcombe, Stat. Med. 17:857 (1998), table I.
  expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4)
  expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4)
  expect(wilson(0, 20).low).toBe(0)
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4)
})
