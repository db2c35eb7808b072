import { describe, expect, it } from 'vitest'
import { colourIndex, VIRIDIS } from './viridis'

describe('viridis', () => {
  it('has 256 colours from dark violet to yellow', () => {
    expect(VIRIDIS).toHaveLength(3 * 256)
    expect([...VIRIDIS.slice(0, 3)]).toEqual([68, 1, 84])
    expect([...VIRIDIS.slice(-3)]).toEqual([253, 231, 37])
  })

  it('grows lighter with every step', () => {
    const lightness = Array.from({ length: 256 }, (_, index) => {
      const [red, green, blue] = VIRIDIS.slice(3 * index, 3 * index + 3)
      return 0.2126 * red! ** 2.2 + 0.7152 * green! ** 2.2 + 0.0722 * blue! ** 2.2
    })
    for (let index = 8; index < 256; index += 8) expect(lightness[index]!).toBeGreaterThan(lightness[index - 8]!)
  })

  it('clips what lies outside', () => {
    expect(colourIndex(-90, -80, 0)).toBe(0)
    expect(colourIndex(-40, -80, 0)).toBe(128)
    expect(colourIndex(3, -80, 0)).toBe(255)
  })
})
