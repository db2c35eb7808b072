import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from './door'
import { DOORS } from './doors'
import { goTo, openSample, words } from './steps'

describe.each(DOORS)('the empty start, through the $name door', ({ open }) => {
  let door: Door
  const button = (name: string) => door.page.getByRole('button', { name, exact: true })

  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it.each([390, 800, 1280])('has everything at %i pixels, each once, and says which program it is', async (width) => {
    const { page } = door
    await page.setViewportSize({ width, height: 800 })
    const { frame } = words
    await page.getByRole('heading', { level: 1, name: words.start.title }).waitFor()
    for (const name of [
      frame.chooseFile,
      frame.samples,
      frame.record,
      frame.simulator,
      frame.theme.label,
      frame.help
    ]) {
      expect(await button(name).filter({ visible: true }).count(), name).toBe(1)
    }
    expect(await page.getByText(frame.product, { exact: true }).filter({ visible: true }).count()).toBe(1)
    await button(frame.help).click()
    await page.getByRole('dialog', { name: words.shortcuts.title }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('goes on having them where a recording is shown', async () => {
    const { page } = door
    await page.setViewportSize({ width: 390, height: 800 })
    await openSample(page, 'Recording 1')
    for (const name of [words.frame.chooseFile, words.frame.samples, words.frame.record, words.frame.simulator]) {
      expect(await button(name).filter({ visible: true }).count(), name).toBe(1)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('leads from Record to the phone', async () => {
    await button(words.frame.record).click()
    await door.page.getByRole('heading', { level: 1, name: words.phone.title }).waitFor()
  })

  it('pairs a phone where it stands: the code is shown beside the place to drop', async () => {
    const { page } = door
    await goTo(door, 'analyse')
    await button(words.phone.open).click()
    const code = page.getByRole('img', { name: /^QR code of https:/ })
    await code.waitFor()
    await page.getByRole('heading', { level: 1, name: words.start.title }).waitFor()
    const [place, card] = await Promise.all([
      page.getByRole('region', { name: words.start.title }).boundingBox(),
      code.boundingBox()
    ])
    expect(card!.x).toBeGreaterThan(place!.x + place!.width)
    expect(card!.y + card!.height).toBeLessThan(800)
  })
})
