import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Recording } from '../../src/contracts/recording'
import type { Answer } from '../../src/core/analysis'
import type { Door } from './door'
import { DOORS } from './doors'
import type { PageWorld } from './page-world'
import { HEARTS } from './recordings'
import { allDone, choose, drop, goTo, library, words } from './steps'

const said = words.stethoscope
const NAME = 'The blue one'
/** Taken for people who are known to be normal. */
const NORMAL = ['b0052.flac', 'e00537.flac']

const answerOf = ({ state }: Recording): Answer => {
  if (state.status !== 'analysed') throw new Error(`still ${state.status}`)
  return state.analysis.answer
}
const tunedTo = async (page: Page) => (await library(page)).map((one) => answerOf(one).tuning?.name ?? null)
const all = (name: string | null) => HEARTS.map(() => name)

/** What the browser saves, under the name that the window gives it. */
async function saved(page: Page, save: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), save()])
  expect(download.suggestedFilename()).toBe('The-blue-one.json')
  return readFileSync(await download.path(), 'utf8')
}

/** The same as the window is given it: what Electron's own dialog saves, its double cannot see. */
function fileOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { stethoscopes } = (globalThis as unknown as PageWorld).opsFusion
    const [newest] = (await stethoscopes.get()).kept
    return stethoscopes.file({ id: newest?.id ?? '' })
  })
}

describe.each(DOORS)('your stethoscope, through the $name door', ({ open }) => {
  let door: Door
  let untuned: Map<string, number>
  let exported: string
  const act = async (what: string) => {
    await door.page
      .getByRole('button', { name: said.more(NAME) })
      .first()
      .click()
    await door.page.getByRole('menuitem', { name: what }).click()
  }

  beforeAll(async () => {
    door = await open()
    await drop(door.page, HEARTS)
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('is tuned with recordings of known people, by the keyboard, and shows what that changes before it is kept', async () => {
    const { page } = door
    const recordings = await allDone(page, HEARTS.length)
    untuned = new Map(recordings.map((one) => [one.name, answerOf(one).abnormalProbability]))
    await goTo(door, 'settings')
    await page.getByText(said.empty).waitFor()
    await page.getByRole('button', { name: said.tune }).press('Enter')
    await page.getByText(said.form.pick).waitFor()
    const keep = page.getByRole('button', { name: said.form.keep, exact: true })
    expect(await keep.isDisabled()).toBe(true)
    for (const [n, name] of NORMAL.entries()) {
      const kinds = page.getByRole('radiogroup', { name: said.form.kindOf(name) })
      await kinds.getByRole('radio', { name: said.form.kinds.none }).focus()
      // Held as a finger holds it: the choice follows the focus, which follows the key.
      await page.keyboard.down('ArrowRight')
      await kinds.getByRole('radio', { name: said.form.kinds.normal, checked: true }).waitFor()
      await page.keyboard.up('ArrowRight')
      await page.getByRole('textbox', { name: said.form.personOf(name) }).fill(`person ${n}`)
    }
    const effect = page.getByRole('region', { name: said.form.weighs })
    await effect.getByText(said.people({ normal: 2, abnormal: 0 })).waitFor()
    await effect.getByText(said.form.few).waitFor()
    await effect.getByText(/^Of 4 answers from here, \d would be another\.$/).waitFor()
    expect(await tunedTo(page)).toEqual(all(null))
    await page.getByRole('textbox', { name: said.form.name, exact: true }).fill(NAME)
    await keep.press('Enter')
    await page.getByText(said.keptAs(NAME)).waitFor()
    await page.getByRole('list', { name: said.kept }).getByText(NAME).waitFor()
  })

  it('moves the answers of its source at once, and every one of them says so', async () => {
    const { page } = door
    await expect.poll(() => tunedTo(page)).toEqual(all(NAME))
    const [first] = await library(page)
    const { tuning, abnormalProbability } = answerOf(first!)
    const before = untuned.get(first!.name)!
    const logOdds = Math.log(before / (1 - before))
    expect(abnormalProbability).toBeCloseTo(1 / (1 + Math.exp(-(tuning!.scale * logOdds + tuning!.offset))), 6)
    await goTo(door, 'library')
    await page.getByRole('link', { name: words.library.open('b0052.flac') }).click()
    await page.getByText(said.note({ name: NAME })).waitFor()
  })

  it('is left out for a single recording, until that follows its source again', async () => {
    const { page } = door
    const choice = page.getByRole('radiogroup', { name: said.ofRecording })
    const note = page.getByText(said.note({ name: NAME }))
    await choice.getByRole('radio', { name: said.sources.none, exact: true }).click()
    await note.waitFor({ state: 'detached' })
    const own = async () => answerOf((await library(page)).find(({ name }) => name === 'b0052.flac')!)
    expect((await own()).abnormalProbability).toBeCloseTo(untuned.get('b0052.flac')!, 6)
    await choice.getByRole('radio', { name: said.likeSource(NAME) }).click()
    await note.waitFor()
  })

  it('goes out as a file, is deleted, and is taken back', async () => {
    const { page } = door
    await goTo(door, 'settings')
    exported = await (door.name === 'browser' ? saved(page, () => act(said.export)) : fileOf(page))
    expect(JSON.parse(exported)).toMatchObject({ name: NAME, people: { normal: 2, abnormal: 0 } })
    await act(said.remove)
    await page.getByText(said.removed(NAME)).waitFor()
    await expect.poll(() => tunedTo(page)).toEqual(all(null))
    await page.getByRole('button', { name: words.frame.undo }).click()
    await expect.poll(() => tunedTo(page)).toEqual(all(NAME))
  })

  it('comes in from a file, and is refused where it is none or speaks of another network', async () => {
    const { page, data } = door
    const path = join(data, 'handed-on.json')
    const take = async (text: string) => {
      await writeFile(path, text)
      await choose(page, [path], () => page.getByRole('button', { name: said.import }).click())
    }
    await take(exported.replace(NAME, 'From a friend'))
    await page.getByText(said.imported('From a friend')).waitFor()
    await take('{"kind":"ops-fusion stethoscope"}')
    await page.getByText(words.errors.line({ code: 'stethoscope-damaged', values: {} })).waitFor()
    await take(exported.replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`))
    await page.getByText(/was made for another network/).waitFor()
    expect(await page.getByRole('list', { name: said.kept }).getByRole('listitem').count()).toBe(2)
  })

  it('is chosen for what it is used for, or for nothing', async () => {
    const { page } = door
    const files = page.getByRole('radiogroup', { name: `${said.usedFor}: ${said.sources.files}` })
    await files.getByRole('radio', { name: 'From a friend' }).click()
    await expect.poll(() => tunedTo(page)).toEqual(all('From a friend'))
    await files.getByRole('radio', { name: said.sources.none, exact: true }).click()
    await expect.poll(() => tunedTo(page)).toEqual(all(null))
  })
})
