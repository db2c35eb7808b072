import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')

type Scheme = 'light' | 'dark'

/** Colour roles of one block of the theme file: name to light and dark. */
function rolesIn(block: string): Map<string, Record<Scheme, string>> {
  const found = block.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6,8}), (#[0-9a-f]{6,8})\)/g)
  return new Map([...found].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]))
}

/** Relative luminance. @source WCAG 2.2 */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const usual = rolesIn(css.slice(css.indexOf('@theme'), css.indexOf('@media (prefers-contrast')))
const high = new Map([
  ...usual,
  ...rolesIn(css.slice(css.indexOf('@media (prefers-contrast'), css.indexOf('@layer base')))
])

const GROUNDS = ['surface', 'raised', 'sunken']
/** What carries text, and on what. */
const TEXT: [role: string, grounds: string[]][] = [
  ['text', [...GROUNDS, 'normal-wash', 'abnormal-wash', 'unclear-wash']],
  ['muted', [...GROUNDS, 'normal-wash', 'abnormal-wash', 'unclear-wash']],
  ['accent', GROUNDS],
  ['on-accent', ['accent']],
  ['normal', [...GROUNDS, 'normal-wash']],
  ['abnormal', [...GROUNDS, 'abnormal-wash']],
  ['unclear', [...GROUNDS, 'unclear-wash']]
]
/** What carries a shape alone. */
const SHAPES: [role: string, grounds: string[]][] = [
  ['edge', ['surface', 'raised']],
  ['ink', ['raised']],
  ['normal-on-picture', ['casing']],
  ['abnormal-on-picture', ['casing']],
  ['murmur-on-picture', ['casing']]
]

const pairs = (table: typeof TEXT) =>
  table.flatMap(([role, grounds]) => grounds.map((ground) => [role, ground] as const))
const schemes = ['light', 'dark'] as const

describe.each(schemes)('the colours, %s', (scheme) => {
  it.each(pairs(TEXT))('%s reads on %s at 4.5:1', (role, ground) => {
    expect(contrast(usual.get(role)![scheme], usual.get(ground)![scheme])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(SHAPES))('%s is seen on %s at 3:1', (role, ground) => {
    expect(contrast(usual.get(role)![scheme], usual.get(ground)![scheme])).toBeGreaterThanOrEqual(3)
  })

  it.each(pairs(TEXT))('%s reads on %s at 7:1 where more contrast is asked for', (role, ground) => {
    expect(contrast(high.get(role)![scheme], high.get(ground)![scheme])).toBeGreaterThanOrEqual(7)
  })
})
