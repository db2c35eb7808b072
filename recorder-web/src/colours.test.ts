import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const page = read('./style/colours.css')
const window = read('../../src/renderer/theme.css')

/** Value of each colour role in the block that begins with `start`. */
function rolesIn(css: string, start: string, prefix: string): Record<string, string> {
  const at = css.indexOf(start)
  if (at < 0) throw new RangeError(`there is no block ${start}`)
  const block = css.slice(at, css.indexOf('\n}', at))
  const roles = block.matchAll(new RegExp(`--${prefix}([a-z-]+): (light-dark\\([^)]*\\)|\\w+);`, 'g'))
  return Object.fromEntries([...roles].map(([, name, value]) => [name!, value!]))
}

describe('the colours of the phone page', () => {
  it.each([
    ['usually', ':root', '@theme'],
    ['with more contrast', '@media (prefers-contrast: more) {', '@media (prefers-contrast: more) {'],
    ['in the system’s own colours', '@media (forced-colors: active) {', '@media (forced-colors: active) {']
  ])('are the window’s, role by role: %s', (_when, ofPage, ofWindow) => {
    const own = rolesIn(page, ofPage, '')
    const theirs = rolesIn(window, ofWindow, 'color-')
    expect(Object.keys(own).length).toBeGreaterThan(8)
    expect(theirs).toMatchObject(own)
  })
})
