import { describe, expect, it } from 'vitest'
import { isKnownLink, LINKS } from './links'

describe('isKnownLink', () => {
  it('opens what is in the table, all of it over https', () => {
    for (const link of LINKS) expect([isKnownLink(link), new URL(link).protocol]).toEqual([true, 'https:'])
  })

  it.each([
    `${LINKS[0]}?q=1`,
    `${LINKS[0]}#x`,
    LINKS[0]?.replace('https', 'http'),
    LINKS[0]?.slice(0, -1),
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-settings:privacy',
    ''
  ])('opens nothing for %s', (url) => {
    expect(isKnownLink(url ?? '')).toBe(false)
  })
})
