import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { spokenAnswer } from '../../src/words/insights'
import type { Door } from './door'
import { DOORS } from './doors'
import { HEARTS } from './recordings'
import { drop, library, shownAnalysis, words } from './steps'

describe.each(DOORS)('people who do not point or do not see, through the $name door', ({ open }) => {
  let door: Door
  /** Findings that keep people out; the smaller ones are for the eye to weigh. */
  const barriers = async () => {
    const before = door.problems().length
    // Its usual mode opens a second page to put its findings together, and this program has but one.
    const { violations } = await new AxeBuilder({ page: door.page }).setLegacyMode(true).analyze()
    // It measures with a style attribute of its own, which the page's policy refuses: not the page's fault.
    door.problems().splice(before)
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }
  /** Presses Tab until what has the focus is called `name`. */
  const tabTo = async (name: string | RegExp, role: 'button' | 'slider' | 'link') => {
    const target = door.page.getByRole(role, { name, exact: typeof name === 'string' }).first()
    for (let i = 0; i < 60; i++) {
      await door.page.keyboard.press('Tab')
      if (await target.evaluate((element) => element === (element as Focusable).ownerDocument.activeElement)) return
    }
    throw new Error(`Tab never reached ${name}`)
  }

  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('find no grave barrier on the empty start', async () => {
    expect(await barriers()).toEqual([])
  })

  it('get from the start to an answer and hear it, with the keyboard alone', async () => {
    const { page } = door
    await tabTo(/^Recording 1/, 'button')
    await page.keyboard.press('Enter')
    const { answer } = await shownAnalysis(page)
    expect(await page.getByRole('status').first().textContent()).toBe(spokenAnswer(answer, words))
    await tabTo(words.player.title, 'slider')
    const place = page.getByRole('slider', { name: words.player.title })
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => place.getAttribute('aria-valuenow')).toBe('2.0')
    await page.keyboard.press('Space')
    await expect
      .poll(async () => Number(await place.getAttribute('aria-valuenow')), { timeout: 5000 })
      .toBeGreaterThan(2.3)
    await page.keyboard.press('Space')
    await page.keyboard.press('Home')
    await expect.poll(() => place.getAttribute('aria-valuenow')).toBe('0.0')
  })

  it('are told the keys when they ask', async () => {
    await door.page.keyboard.press('?')
    await door.page.getByRole('dialog', { name: words.shortcuts.title }).waitFor()
    const close = door.page.getByRole('button', { name: words.frame.close })
    await expect
      .poll(() => close.evaluate((element) => element === (element as Focusable).ownerDocument.activeElement))
      .toBe(true)
    // The first takes away the tip of the button that has the focus, where it has come up by then.
    await door.page.keyboard.press('Escape')
    await door.page.keyboard.press('Escape')
    await door.page.getByRole('dialog').waitFor({ state: 'detached', timeout: 5000 })
  })

  it.each(['light', 'dark'] as const)('find no grave barrier in any view, in the %s', async (theme) => {
    const { page } = door
    await page.getByRole('button', { name: words.frame.theme.label }).click()
    await page.getByRole('menuitem', { name: words.frame.theme[theme], exact: true }).click()
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await drop(page, [HEARTS[2]!])
    await shownAnalysis(page)
    await page.getByText(words.details.title).click()
    expect(await barriers()).toEqual([])
    const views = page.getByRole('navigation').getByRole('link')
    for (let i = 0; i < (await views.count()); i++) {
      await views.nth(i).click()
      await page.getByRole('main').getByRole('heading').first().waitFor()
      expect(await barriers(), (await views.nth(i).textContent()) ?? '').toEqual([])
    }
  })

  it.each([360, 768, 1280, 3840])('never have to scroll sideways at %i pixels', async (width) => {
    const { page } = door
    await page.setViewportSize({ width, height: width < 800 ? 740 : 800 })
    const [{ id } = { id: '' }] = await library(page)
    for (const hash of [
      '#/analyse',
      `#/analyse/${id}`,
      '#/library',
      '#/phone',
      '#/accuracy',
      '#/system',
      '#/settings'
    ]) {
      await page.evaluate((to) => {
        ;(globalThis as unknown as { location: { hash: string } }).location.hash = to
      }, hash)
      await page.getByRole('heading').first().waitFor()
      const { scrollWidth, clientWidth } = await page.locator('html').evaluate((html) => {
        const { scrollWidth, clientWidth } = html as unknown as Measured
        return { scrollWidth, clientWidth }
      })
      expect(scrollWidth, `${hash} at ${width}`).toBeLessThanOrEqual(clientWidth)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })
})

interface Focusable {
  ownerDocument: { activeElement: unknown }
}

interface Measured {
  scrollWidth: number
  clientWidth: number
}
