import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { QUESTIONS } from '../../src/core/analysis'
import type { ModelCard } from '../../src/core/model-card'
import { countedBin } from '../../src/core/similar'
import { ROOT } from './built'
import type { Door } from './door'
import { DOORS } from './doors'
import { HEARTS } from './recordings'
import { drop, goTo, shownAnalysis, words } from './steps'

const card = JSON.parse(readFileSync(join(ROOT, 'models', 'heart-sound.json'), 'utf8')) as ModelCard
const { accuracy } = words

describe.each(DOORS)('how good the network is, through the $name door', ({ open }) => {
  let door: Door
  const title = () => door.page.getByRole('heading', { level: 1, name: accuracy.title })
  const link = () => door.page.getByRole('main').getByRole('link', { name: accuracy.link })

  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('is one step away from the rail, the settings and every answer', async () => {
    await goTo(door, 'accuracy')
    await title().waitFor()
    await goTo(door, 'settings')
    await link().click()
    await title().waitFor()
    await drop(door.page, [HEARTS[0]!])
    await shownAnalysis(door.page)
    await link().click()
    await title().waitFor()
  })

  it('begins with every weakness that the card names', async () => {
    const first = door.page.getByRole('region').getByRole('heading', { level: 2 }).first()
    expect(await first.textContent()).toBe(accuracy.limits)
    const limits = await door.page.getByRole('region', { name: accuracy.limits }).locator('li').allTextContents()
    expect(limits).toEqual(card.limits)
  })

  it('shows every figure of the card with its interval and how many were counted', async () => {
    const shown = (await door.page.getByRole('table').allTextContents()).join('\n').replaceAll('\u00a0', ' ')
    for (const metric of card.metrics) {
      expect(shown).toContain(`${accuracy.value(metric)} (${accuracy.range(metric)})`)
      expect(shown).toContain(words.numbers.integer(metric.count))
    }
    for (const { name } of card.alternatives) expect(shown).toContain(name)
  })

  it('leads from its contents to every section, by keyboard', async () => {
    const { page } = door
    const contents = page.getByRole('navigation', { name: accuracy.contents })
    const titles = await contents.getByRole('link').allTextContents()
    const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
    expect(titles).toEqual(headings.filter((heading) => heading !== accuracy.contents))
    for (const title of [titles.at(-1)!, titles[3]!]) {
      await contents.getByRole('link', { name: title, exact: true }).press('Enter')
      const section = page.getByRole('region', { name: title, exact: true })
      await expect.poll(async () => (await section.boundingBox())!.y).toBeLessThan(800)
      expect(await page.locator('section:focus').getAttribute('aria-labelledby')).toBe(
        await section.getAttribute('aria-labelledby')
      )
    }
    // The place in the view is no view of its own.
    expect(new URL(page.url()).hash).toBe('#/accuracy')
  })

  it('says each plot in words', async () => {
    const spoken = await door.page
      .getByRole('img')
      .evaluateAll((images) =>
        images.map((image) => (image as unknown as { ariaLabel: string | null }).ariaLabel ?? '')
      )
    for (const { data } of card.curves) expect(spoken.join('\n')).toContain(data)
    for (const question of QUESTIONS) {
      const { bins } = question === 'murmur' ? card.murmur.reliability : card.reliability
      for (const bin of bins.map(countedBin)) {
        expect(spoken.join('\n')).toContain(accuracy.reliability.row(bin, question))
      }
    }
    const far = card.metrics.filter(({ protocol, measure }) => protocol === 'B' && measure === 'AUC')
    expect(spoken.join('\n')).toContain(`away ${accuracy.value(far[0]!)}`)
  })

  it('counts anew for another share of recordings labelled abnormal, by keyboard', async () => {
    const slider = door.page.getByRole('slider', { name: accuracy.points.slider })
    const share = Math.round(100 * card.reliability.baseRate)
    await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe(String(share))
    await slider.press('Home')
    const [point] = card.operatingPoints
    const abnormal = 10
    const found = Math.round(abnormal * point!.sensitivity.value)
    await door.page
      .getByText(accuracy.points.missed(abnormal - found, abnormal))
      .first()
      .waitFor()
  })

  it('goes onto paper whole, without the frame of the window', async () => {
    const { page } = door
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    const hidden = await page.getByRole('main').evaluate((main) => {
      const { scrollHeight, clientHeight } = main as unknown as { scrollHeight: number; clientHeight: number }
      return scrollHeight - clientHeight
    })
    expect(hidden).toBe(0)
    await page.emulateMedia({ media: null })
  })
})
