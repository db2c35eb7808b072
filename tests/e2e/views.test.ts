import { basename } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from './door'
import { DOORS } from './doors'
import { HEARTS } from './recordings'
import { allDone, drop, goTo, shownAnalysis, words } from './steps'

interface Scroller {
  scrollTop: number
  scrollHeight: number
  clientHeight: number
}

describe.each(DOORS)('going from view to view, through the $name door', ({ open }) => {
  let door: Door
  const main = () => door.page.getByRole('main')
  const scrolled = () => main().evaluate((element) => (element as unknown as Scroller).scrollTop)
  /** Scrolls as far down as it goes; how far that is, CSS pixels. */
  const toTheBottom = () =>
    main().evaluate((element) => {
      const scroller = element as unknown as Scroller
      scroller.scrollTop = scroller.scrollHeight
      return scroller.scrollTop
    })
  const row = (name: string) => door.page.getByRole('link', { name: words.library.open(name) })

  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('every view begins at its top, and going back leads to where one was', async () => {
    const { page } = door
    await drop(page, HEARTS)
    await allDone(page, HEARTS.length)
    // So low that four recordings are a long list.
    await page.setViewportSize({ width: 1280, height: 240 })
    await goTo(door, 'library')
    await row(basename(HEARTS[0]!)).waitFor()
    const bottom = await toTheBottom()
    expect(bottom).toBeGreaterThan(50)
    await row(basename(HEARTS[0]!)).click()
    await shownAnalysis(page)
    expect(await scrolled()).toBe(0)
    expect(await toTheBottom()).toBeGreaterThan(0)
    const read = await scrolled()
    await goTo(door, 'accuracy')
    await page.getByRole('heading', { level: 1, name: words.accuracy.title }).waitFor()
    expect(await scrolled()).toBe(0)
    await page.goBack()
    await expect.poll(scrolled).toBeCloseTo(read, -1)
    await page.goBack()
    await row(basename(HEARTS[0]!)).waitFor()
    await expect.poll(scrolled).toBe(bottom)
    await page.goForward()
    await expect.poll(scrolled).toBeCloseTo(read, -1)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('Space plays what is shown, whichever button was used last, and never opens a menu or another recording', async () => {
    const { page } = door
    const play = page.getByRole('button', { name: words.player.play, exact: true })
    const pause = page.getByRole('button', { name: words.player.pause, exact: true })
    await page.getByRole('button', { name: words.frame.samples }).click()
    await page.getByRole('menuitem', { name: 'Recording 2' }).click()
    await page.getByText('Recording 2').first().waitFor()
    // Long before there is something to play.
    await page.keyboard.press('Space')
    expect(await page.getByRole('menu').count()).toBe(0)
    await shownAnalysis(page)
    // A quick analysis may have been over before the key came.
    if (await pause.isVisible()) await page.keyboard.press('Space')
    await play.waitFor()
    await page.keyboard.press('Space')
    await pause.waitFor()
    expect(await page.getByRole('menu').count()).toBe(0)
    await page.getByRole('button', { name: words.frame.theme.label }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Space')
    await play.waitFor()
    await page.getByRole('button', { name: words.frame.simulator }).click()
    await page.getByRole('dialog').getByRole('radio', { name: words.simulator.murmurs.systolic }).focus()
    await page.keyboard.press('Space')
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: words.simulator.murmurs.systolic, checked: true })
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await play.waitFor()
    await page.getByRole('heading', { level: 1, name: 'Recording 2' }).waitFor()
  })
})
