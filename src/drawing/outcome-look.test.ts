import { describe, expect, it } from 'vitest'
import { OUTCOME_LOOK } from './outcome-look'

describe('the look of an outcome', () => {
  it('is another one for each, in shape as well as in colour', () => {
    const looks = Object.values(OUTCOME_LOOK)
    expect(new Set(looks.map(({ path }) => path)).size).toBe(looks.length)
    expect(new Set(looks.map(({ role }) => role)).size).toBe(looks.length)
  })
})
