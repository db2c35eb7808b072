import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DrivenPage } from '../webdriver/driven-page'
import { firefoxPath, openFirefox } from '../webdriver/firefox'
import { findWebKit, openWebKit } from '../webdriver/webkit'
import { ROOT } from './built'
import { buildPage } from './phone/built-page'
import { type Computer, openComputer } from './phone/computer'

const HEART = join(ROOT, 'tests/fixtures/golden/b0052.flac')
const SAMPLE = join(ROOT, 'resources/samples/a0056.flac')

const firefox = firefoxPath()
const webKit = findWebKit()
/** What cannot be run is skipped, and its name says what is missing. */
const BROWSERS = [
  firefox === null
    ? { name: 'Firefox (not installed here)', open: null }
    : { name: 'Firefox', open: () => openFirefox(firefox) },
  webKit === null
    ? { name: 'WebKit (WebKitWebDriver, MiniBrowser or Xvfb is not installed here)', open: null }
    : { name: 'WebKit', open: () => openWebKit(webKit) }
]

describe.each(BROWSERS)('the phone page in $name', ({ open }) => {
  let computer: Computer
  let page: DrivenPage

  beforeAll(async () => {
    if (open === null) return
    buildPage()
    computer = await openComputer()
  })
  afterEach(() => page?.close())
  afterAll(() => computer?.close())

  async function paired(): Promise<void> {
    if (open === null) throw new RangeError('there is no such browser')
    page = await open()
    await page.goto(await computer.link())
    await page.screen('words')
    const shown = await page.evaluate<string[]>(
      'return [...document.querySelectorAll(".pair-words strong")].map(({ textContent }) => textContent)'
    )
    expect(await computer.confirm()).toEqual(shown)
    await page.screen('place')
    expect(await page.evaluate('return location.hash')).toBe('')
  }

  const outcome = async () => {
    await page.until('document.querySelector("[data-outcome]")')
    return page.evaluate<string>('return document.querySelector("[data-outcome]").dataset.outcome')
  }

  it.skipIf(open === null)('pairs, takes a file, sends it and shows the computer’s answer', async () => {
    await paired()
    await page.press('Analyse a file')
    await page.pick(SAMPLE)
    const shown = await outcome()
    const { state, source } = await computer.latest()
    expect(state).toMatchObject({ status: 'analysed', analysis: { answer: { outcome: shown } } })
    expect(source).toMatchObject({ kind: 'phone', capture: { way: 'file', browser: expect.stringMatching(/\w/) } })
  })

  it.skipIf(open === null)('works an answer out by itself, and comes to the same as the computer', async () => {
    await paired()
    await page.press('Analyse a file')
    await page.click('.check input')
    await page.pick(HEART)
    const alone = await outcome()
    await page.press('Record another')
    await page.press('Analyse a file')
    await page.pick(HEART)
    expect(await outcome()).toBe(alone)
  })
})
