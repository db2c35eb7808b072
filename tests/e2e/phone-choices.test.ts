import { describe, expect, it } from 'vitest'
import { record, recordAgain, screen, verdictOf } from './phone/page-steps'
import { setUpPhones } from './phone/set-up'
import { words } from './steps'

const tests = setUpPhones()
const { hears } = tests
const said = words.recorder

describe('what is chosen on the phone page', () => {
  it('is stored by nobody but the person: nothing chosen, nothing stored, nothing shown', async () => {
    const page = await tests.pair({ hears: hears.heart })
    await screen(page, 'place')
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(0)
    expect(await page.getByLabel(said.place.posture).inputValue()).toBe('')
    await record(page)
    await verdictOf(page)
    await page.getByRole('button', { name: said.review.send }).click()
    await page.waitForSelector('[data-outcome]')
    expect((await tests.computer.latest()).source).toMatchObject({ kind: 'phone', site: null, posture: null })
    const card = (await tests.computer.showLatest()).locator('section', { hasText: words.phone.capture.title })
    await card.getByText(words.phone.capture.way).waitFor()
    expect(await card.getByText(words.phone.capture.site).count()).toBe(0)
    expect(await card.getByText(words.phone.capture.posture).count()).toBe(0)
  })

  it('is stored as it was chosen, and a choice can be taken back and made up for after the take', async () => {
    const page = await tests.pair({ hears: hears.heart })
    await screen(page, 'place')
    const site = (name: string) => page.getByRole('button', { name, exact: true })
    await site('MV').click()
    await page.getByText(words.chest.site('MV').where).waitFor()
    await site('MV').click()
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(0)
    await site('AV').click()
    expect(await site('AV').getAttribute('aria-pressed')).toBe('true')
    await record(page)
    await verdictOf(page)
    await page.getByText(said.review.details).click()
    expect(await page.getByLabel(said.place.title).inputValue()).toBe('AV')
    await page.getByLabel(said.place.posture).selectOption('lying')
    await page.getByRole('button', { name: said.review.send }).click()
    await page.waitForSelector('[data-outcome]')
    // The take before this one is in the library too, and the newest of them until this one has come.
    const newest = async () => (await tests.computer.latest()).source
    await expect.poll(newest, { timeout: 10_000 }).toMatchObject({ site: 'AV', posture: 'lying' })
    // The next place is a question of its own; how the person lies is likely to stay.
    await page.getByRole('button', { name: said.answer.another }).click()
    await screen(page, 'place')
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(0)
    expect(await page.getByLabel(said.place.posture).inputValue()).toBe('lying')
  })

  it('may always be another take, however many there are and however bad', async () => {
    const page = await tests.pair({ hears: hears.silence })
    await record(page)
    for (const take of [2, 3, 4, 5]) {
      expect(await verdictOf(page)).toBe('too-quiet')
      await page.getByRole('button', { name: said.review.sendAnyway }).waitFor()
      await recordAgain(page)
      await page.getByText(said.record.take(take)).waitFor()
    }
    await verdictOf(page)
    expect(await page.getByRole('radio').count()).toBe(5)
    await page.getByRole('button', { name: said.review.again }).waitFor()
  })
})
