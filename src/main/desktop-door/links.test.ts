import { describe, expect, it } from 'vitest'
import type { HandOverState } from '../../contracts/hand-over'
import { SHARE_WAYS, shareLink } from '../../contracts/share-links'
import { phone } from '../../words/en/phone'
import { isKnownLink, isShareLink, LINKS } from './links'

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

const URL_NOW = `https://192.168.1.2:4790/#${'a'.repeat(42)}_`
const qr = { size: 1, path: '' }
const pairing = {
  addresses: [
    { host: '192.168.1.2', kind: 'network', interface: 'wlan0', link: { url: URL_NOW, qr }, plainLink: null },
    { host: '10.0.0.2', kind: 'vpn', interface: 'tun0', link: null, plainLink: null }
  ]
} as Partial<HandOverState> as HandOverState

describe('a link that shares a pairing link', () => {
  it('writes the whole link, its secret too, where the program it opens can read it', () => {
    for (const way of SHARE_WAYS) {
      const opened = new URL(shareLink(way, URL_NOW, phone.share))
      const told = opened.searchParams.get('body') ?? opened.searchParams.get('text')
      expect(told).toContain(URL_NOW)
      // A fragment of its own would be cut off before the program sees it.
      expect(opened.hash).toBe('')
    }
  })

  it('is known again as the browser gives it back, and nothing else is', () => {
    for (const way of SHARE_WAYS) {
      const opened = new URL(shareLink(way, URL_NOW, phone.share)).href
      expect(isShareLink(opened, pairing, phone.share)).toBe(true)
      expect(isShareLink(`${opened}x`, pairing, phone.share)).toBe(false)
      expect(isShareLink(opened, { ...pairing, addresses: [] }, phone.share)).toBe(false)
      const other = shareLink(way, URL_NOW.replace('_', '-'), phone.share)
      expect(isShareLink(new URL(other).href, pairing, phone.share)).toBe(false)
    }
    expect(isShareLink('mailto:somebody@example.org?body=secret', pairing, phone.share)).toBe(false)
  })
})
