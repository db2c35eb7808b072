import { describe, expect, it } from 'vitest'
import { browserOf, phoneNameOf } from './browser-name'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'
const FIREFOX = 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0'

describe('the browser’s name', () => {
  it.each([
    [IPHONE, 'Safari 18, iOS 18', 'Safari on iOS'],
    [ANDROID, 'Chrome 142, Android 10', 'Chrome on Android'],
    [FIREFOX, 'Firefox 145, Android 15', 'Firefox on Android'],
    [`${ANDROID} EdgA/141.0`, 'Edge 141, Android 10', 'Edge on Android'],
    ['curl/8', '', 'Phone']
  ])('reads %s', (agent, browser, name) => {
    expect(browserOf(agent)).toBe(browser)
    expect(phoneNameOf(agent)).toBe(name)
  })
})
