import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from './door'
import { DOORS } from './doors'
import { goTo, openSample, shownAnalysis, words } from './steps'

describe.each(DOORS)('the purpose of an answer, through the $name door', ({ open }) => {
  let door: Door
  const again = () =>
    door.page
      .getByRole('region', { name: words.answer.outcome('normal-like') })
      .getByRole('button', { name: words.library.analyseAgain })

  beforeAll(async () => {
    door = await open()
    await openSample(door.page, 'Recording 1')
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('stands beside the answer, and is no reason to ask again while it is the one chosen', async () => {
    await door.page.getByText(words.answer.purpose('balanced'), { exact: true }).waitFor()
    expect(await again().count()).toBe(0)
  })

  it('is said to be another one than now once another is chosen, until the recording is analysed again', async () => {
    const { page } = door
    const shown = page.url()
    await goTo(door, 'settings')
    await page.getByRole('radio', { name: words.model.operatingPoint('miss-few').title }).click()
    await page.goto(shown)
    await page.getByText(words.answer.otherPurpose('miss-few')).waitFor()
    expect((await shownAnalysis(page)).answer.operatingPoint).toBe('balanced')
    await again().click()
    await page.getByText(words.answer.purpose('miss-few'), { exact: true }).waitFor()
    expect(await page.getByText(words.answer.otherPurpose('miss-few')).count()).toBe(0)
    expect((await shownAnalysis(page)).answer.operatingPoint).toBe('miss-few')
  })
})
