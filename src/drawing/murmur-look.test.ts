import { describe, expect, it } from 'vitest'
import { murmurMark } from './murmur-look'

describe('the look of a murmur', () => {
  it('is another one for each answer, and never of the colour of a side', () => {
    const marks = (['murmur', 'no-murmur', 'cannot-tell'] as const).map(murmurMark)
    expect(new Set(marks.map((shapes) => JSON.stringify(shapes))).size).toBe(3)
    for (const { stroke, fill } of marks.flat()) expect([stroke, fill]).toEqual(['current', undefined])
  })
})
