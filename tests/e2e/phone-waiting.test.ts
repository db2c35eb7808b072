import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './built'
import { faults, pick, record, screen, verdictOf } from './phone/page-steps'
import { setUpPhones } from './phone/set-up'
import { words } from './steps'

const tests = setUpPhones()
const { hears } = tests
const said = words.recorder
/** So soon that nobody wonders whether anything is happening. */
const AT_ONCE = { timeout: 1500 }

/** A network in which requests get lost: nobody answers, and nobody says so. */
const swallow = () => tests.phone.context.route('**/api/**', () => {})

describe('the phone page while the computer is silent', () => {
  it('says at once that the recording is kept, and what can be done meanwhile', async () => {
    const page = await tests.pair({ hears: hears.heart })
    await record(page)
    await verdictOf(page)
    await swallow()
    await page.getByRole('button', { name: said.review.send }).click()
    await screen(page, 'send')
    await page.getByText(said.send.kept).waitFor(AT_ONCE)
    await page.getByRole('button', { name: said.answer.another }).waitFor(AT_ONCE)
    expect(await faults(page)).toEqual([])
    // The header learns that the computer is away: by then the screen says what can be the matter.
    await page.getByText(said.state.unreachable).waitFor()
    await page.getByText(said.unreachable.causes[0]!).waitFor(AT_ONCE)
    await page.getByRole('button', { name: said.kept.title, exact: true }).click()
    await page.getByRole('button', { name: said.kept.download }).waitFor(AT_ONCE)
  })

  it('can be used at once when it is opened: what is kept can be seen, and more recorded', async () => {
    const page = await tests.pair()
    await screen(page, 'place')
    await swallow()
    await page.reload()
    await screen(page, 'looking')
    await page.getByText(said.unreachable.lead).waitFor(AT_ONCE)
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: said.unreachable.record }).click()
    await screen(page, 'place')
  })
})

describe('a picture that is sent as a sound', () => {
  it('is refused, and nobody says that it was stored', async () => {
    const page = await tests.pair()
    await screen(page, 'place')
    await page.getByRole('button', { name: said.place.pickFile }).click()
    await pick(page, join(ROOT, 'docs/pictures/start-light.png'))
    await page.locator('.notice.warn').getByText('PNG').waitFor()
    expect(await page.getByText(said.send.stored).count()).toBe(0)
  })
})
