import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ModelCard } from '../../src/core/model-card'
import { ROOT } from './built'
import type { Door } from './door'
import { DOORS } from './doors'
import { silence } from './recordings'
import { choose, openSample, shownAnalysis, words } from './steps'

const card = JSON.parse(readFileSync(join(ROOT, 'models', 'heart-sound.json'), 'utf8')) as ModelCard

/** A room in which nobody holds a microphone to a heart. */
const ROOM = join(mkdtempSync(join(tmpdir(), 'ops-fusion-evidence-')), 'room.wav')
writeFileSync(ROOM, silence(8))
afterAll(() => rmSync(dirname(ROOM), { recursive: true }))

describe.each(DOORS)('where an answer comes from, through the $name door', ({ open }) => {
  let door: Door
  const outline = () => door.page.getByRole('img', { name: words.picture.outlineLong })
  const strip = () => door.page.getByRole('img', { name: words.picture.evidenceLong('abnormal') })
  const toggle = () => door.page.getByRole('button', { name: words.picture.showEvidence, exact: true })
  const leaveOut = async (item: string | RegExp) => {
    await door.page.getByRole('button', { name: words.leaveOut.button }).click()
    await door.page.getByRole('menuitem', { name: item }).click()
  }

  beforeAll(async () => {
    door = await open()
    await openSample(door.page, 'Recording 1')
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('is not drawn until somebody asks, and then of the next recording too, until somebody has seen enough', async () => {
    const { page } = door
    expect(await toggle().getAttribute('aria-pressed')).toBe('false')
    expect(await outline().count()).toBe(0)
    expect(await strip().count()).toBe(0)
    await toggle().click()
    await outline().waitFor()
    await strip().waitFor()
    await openSample(page, 'Recording 2')
    await outline().waitFor()
    await page.reload()
    await outline().waitFor()
    await toggle().click()
    await outline().waitFor({ state: 'detached' })
    await openSample(page, 'Recording 1')
    expect(await outline().count()).toBe(0)
    await page.keyboard.press('e')
    await outline().waitFor()
  })

  it('is outlined on the spectrogram, on it and no wider', async () => {
    const [lines, picture] = await Promise.all(
      [outline(), door.page.getByRole('img', { name: /^Spectrogram/ })].map((image) => image.boundingBox())
    )
    expect(lines).toEqual(picture)
    const drawn = await outline().locator('path').first().getAttribute('d')
    expect(drawn).toMatch(/^M\d/)
  })

  it('is drawn finer where the picture is larger', async () => {
    const corners = async () => (await outline().locator('path').first().getAttribute('d'))!.split('M').length
    const fit = door.page.getByRole('button', { name: words.player.zoomFit })
    await fit.click()
    const whole = await corners()
    const zoomIn = door.page.getByRole('button', { name: words.player.zoomIn })
    for (let i = 0; i < 3; i++) await zoomIn.click()
    await expect.poll(corners, { timeout: 5000 }).not.toBe(whole)
    await fit.click()
    await expect.poll(corners, { timeout: 5000 }).toBe(whole)
  })

  it('is named under the pointer, and not while it is hidden', async () => {
    const { page } = door
    const box = (await page.getByRole('img', { name: /^Spectrogram/ }).boundingBox())!
    const point = () => page.mouse.move(box.x + box.width / 2, box.y + box.height - 20)
    const pull = page.getByText(/dB · (no pull|pull \d+\s% of the strongest, towards (ab)?normal-like)/)
    await point()
    await pull.waitFor({ timeout: 5000 })
    await toggle().click()
    expect(await outline().count()).toBe(0)
    await page.mouse.move(0, 0)
    await point()
    await page.getByText(/\d\sdB$/).waitFor({ timeout: 5000 })
    expect(await pull.count()).toBe(0)
    expect(await toggle().getAttribute('aria-pressed')).toBe('false')
    await page.keyboard.press('e')
    await outline().waitFor()
    expect(await toggle().getAttribute('aria-pressed')).toBe('true')
  })

  it('can be seen of the murmur instead, by a press or a key, and its parts be left out of its score', async () => {
    const { page } = door
    const { answer } = await shownAnalysis(page)
    const murmurs = page.getByRole('img', { name: words.picture.evidenceLong('murmur') })
    await page.getByRole('button', { name: words.picture.showFor.murmur }).click()
    await murmurs.waitFor()
    expect(await strip().count()).toBe(0)
    await leaveOut(new RegExp(`Hz\\s*${words.leaveOut.pulledMost}`))
    const result = page.getByRole('status').filter({ hasText: words.leaveOut.limit })
    const was = words.gauge.score(answer.murmur!.probability)
    await result.getByText(new RegExp(` Hz (the murmur score .*${was}|there is no answer: )`)).waitFor()
    await result.getByRole('button', { name: words.frame.dismiss }).click()
    await page.keyboard.press('m')
    await strip().waitFor()
    expect(await murmurs.count()).toBe(0)
  })

  it('can be tried by ear: the score without the stretch or the band that pulled most, and how the rest sounds', async () => {
    const { page } = door
    const { answer } = await shownAnalysis(page)
    const result = page.getByRole('status').filter({ hasText: words.leaveOut.limit })
    for (const unit of ['s', 'Hz']) {
      await leaveOut(new RegExp(`${unit}\\s*${words.leaveOut.pulledMost}`))
      // Either the score, beside what it was, or why what is left has none.
      const was = words.gauge.score(answer.abnormalProbability)
      await result.getByText(new RegExp(` ${unit} (the score .*${was}|there is no answer: )`)).waitFor()
      await result.getByRole('button', { name: words.leaveOut.hear }).click()
      await result.getByRole('button', { name: words.leaveOut.stop }).click()
      await result.getByRole('button', { name: words.frame.dismiss }).click()
    }
  })

  it('is not drawn by itself where there is no answer', async () => {
    const { page } = door
    const shown = page.url()
    await choose(page, [ROOM], () => page.getByRole('button', { name: words.frame.chooseFile }).click())
    await page.getByRole('heading', { level: 1, name: basename(ROOM) }).waitFor()
    expect((await shownAnalysis(page)).answer.reason).not.toBe(null)
    expect(await toggle().getAttribute('aria-pressed')).toBe('false')
    expect(await outline().count()).toBe(0)
    await page.goto(shown)
    await outline().waitFor()
  })

  it('is not drawn for a recording that an earlier version analysed, until it is analysed again', async () => {
    const { page } = door
    const id = new URL(page.url()).hash.split('/')[2]!
    const file = readdirSync(door.data, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith(join(id, 'pictures.json'))
    )!
    const shapes = JSON.parse(readFileSync(join(door.data, file), 'utf8')) as Record<string, unknown>
    expect(shapes['evidence-map']).toMatchObject({ dims: [card.evidence.rowsHz.length, expect.any(Number)] })
    delete shapes['evidence-map']
    delete shapes['murmur-evidence-map']
    writeFileSync(join(door.data, file), JSON.stringify(shapes))
    await page.reload()
    await page.getByText(words.picture.noOutline).waitFor()
    expect(await toggle().count()).toBe(0)
    await page.getByRole('button', { name: words.library.analyseAgain }).click()
    await outline().waitFor()
  })
})
