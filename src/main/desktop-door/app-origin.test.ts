import { describe, expect, it } from 'vitest'
import { APP_URL, isOurs } from './app-origin'

/** Each looks like our page or leads out of it. */
const HOSTILE_URLS = [
  'https://example.org/',
  'http://ops-fusion/',
  'https://ops-fusion/',
  'app://ops-fusion.example.org/',
  'app://example.org/ops-fusion/',
  'app://ops-fusion@example.org/',
  'app://user@ops-fusion/',
  'app://user:word@ops-fusion/',
  'app://ops-fusion:8080/',
  'app://OPS-FUSION/',
  'app:ops-fusion/',
  'app:///ops-fusion/',
  'apps://ops-fusion/',
  'file:///etc/passwd',
  'file://ops-fusion/',
  'data:text/html,<h1>x</h1>',
  'javascript:alert(1)',
  'blob:app://ops-fusion/3f2b8a52',
  'about:blank',
  'about:srcdoc',
  'view-source:app://ops-fusion/',
  'chrome://settings/',
  'devtools://devtools/bundled/inspector.html',
  'ms-settings:privacy',
  'smb://ops-fusion/share',
  '//ops-fusion/',
  ''
]

describe('isOurs', () => {
  it.each([APP_URL, 'app://ops-fusion/index.html?a#b', 'app://ops-fusion/media/1/audio', 'app://ops-fusion'])(
    'knows %s',
    (url) => {
      expect(isOurs(url)).toBe(true)
    }
  )

  it.each(HOSTILE_URLS)('does not take %s for ours', (url) => {
    expect(isOurs(url)).toBe(false)
  })
})
