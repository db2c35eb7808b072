import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OperatingPointName } from '../../src/core/model-card'
import type { Door } from './door'
import { DOORS } from './doors'
import { HEARTS } from './recordings'
import { allDone, drop, goTo, library, words } from './steps'

describe.each(DOORS)('the library through the $name door', ({ open }) => {
  let door: Door
  const row = (name: string) => door.page.getByRole('link', { name: words.library.open(name) })
  const act = async (name: string, what: string) => {
    await door.page.getByRole('button', { name: words.library.more(name) }).click()
    await door.page.getByRole('menuitem', { name: what }).click()
  }

  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('is empty at first, and says how to change that', async () => {
    await goTo(door, 'library')
    await door.page.getByRole('heading', { name: words.library.empty }).waitFor()
  })

  it('lists what was dropped, each with its answer', async () => {
    await drop(door.page, HEARTS)
    for (const { name, state } of await allDone(door.page, HEARTS.length)) {
      if (state.status !== 'analysed') throw new Error(`${name} was not analysed`)
      const entry = door.page.getByRole('row').filter({ has: row(name) })
      await entry.getByText(words.answer.outcome(state.analysis.answer.outcome)).waitFor()
    }
    await door.page.getByText(words.library.count(HEARTS.length)).waitFor()
  })

  it('names the purpose of each answer, marks those of another one, and analyses them again together', async () => {
    const { page } = door
    const title = (name: OperatingPointName) => words.model.operatingPoint(name).title
    const cells = (text: string) => page.getByRole('cell', { name: text, exact: true }).filter({ visible: true })
    const several = page.getByText(words.library.otherwise(HEARTS.length, title('miss-few')))
    await goTo(door, 'library')
    await expect.poll(() => cells(title('balanced')).count()).toBe(HEARTS.length)
    expect(await page.getByRole('button', { name: words.library.analyseAll }).count()).toBe(0)
    await goTo(door, 'settings')
    await page.getByRole('radio', { name: title('miss-few') }).click()
    await several.waitFor()
    await page.getByRole('button', { name: words.library.analyseAll }).waitFor()
    await goTo(door, 'library')
    await several.waitFor()
    const marked = cells(`${title('balanced')} ${words.library.otherPurpose}`)
    await expect.poll(() => marked.count()).toBe(HEARTS.length)
    await page.getByRole('button', { name: words.library.analyseAll }).click()
    // How far it is can be seen, and called off; on a quick machine it may be over by now.
    const over = cells(title('miss-few')).nth(HEARTS.length - 1)
    await page
      .getByRole('progressbar', { name: /^\d of 4 analysed again$/ })
      .or(over)
      .first()
      .waitFor()
    await page.getByRole('button', { name: words.frame.cancel }).or(over).first().waitFor()
    await expect.poll(() => cells(title('miss-few')).count(), { timeout: 60_000 }).toBe(HEARTS.length)
    await several.waitFor({ state: 'detached' })
    expect(await page.getByRole('progressbar').count()).toBe(0)
    for (const { state } of await library(page)) {
      expect(state.status === 'analysed' && state.analysis.answer.operatingPoint).toBe('miss-few')
    }
  })

  it('renames', async () => {
    await act('a0002.flac', words.library.rename)
    await door.page.getByRole('textbox', { name: words.library.renameLabel }).fill('Patient-free heart')
    await door.page.getByRole('button', { name: words.library.save }).click()
    await row('Patient-free heart').waitFor()
  })

  it('deletes, and takes it back', async () => {
    await act('b0052.flac', words.library.remove)
    await row('b0052.flac').waitFor({ state: 'detached' })
    expect(await library(door.page)).toHaveLength(HEARTS.length - 1)
    await door.page.getByRole('button', { name: words.frame.undo }).click()
    await row('b0052.flac').waitFor()
    expect(await library(door.page)).toHaveLength(HEARTS.length)
  })

  it('keeps everything when the page is loaded again', async () => {
    await door.page.reload({ waitUntil: 'load' })
    await row('Patient-free heart').waitFor()
    await door.page.getByText(words.library.count(HEARTS.length)).waitFor()
  })

  it('opens a recording from its row, and goes back with the browser', async () => {
    await row('e00038.flac').click()
    await door.page.getByRole('heading', { level: 1, name: 'e00038.flac' }).waitFor()
    await door.page.goBack()
    await row('e00038.flac').waitFor()
  })
})
