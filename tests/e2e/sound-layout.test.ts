import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowserDoor } from './browser-door'
import type { Door } from './door'
import { HEARTS } from './recordings'
import { drop, shownAnalysis, words } from './steps'

const WINDOW = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

// Both doors show the same page; where things lie does not depend on the door.
describe('the pictures of a sound', () => {
  let door: Door
  const place = () => door.page.getByRole('slider', { name: words.player.title })
  const press = (name: string) => door.page.getByRole('button', { name, exact: true }).click()
  const open = async (path: string) => {
    await drop(door.page, [path])
    await door.page.getByRole('heading', { level: 1, name: path.split('/').at(-1)! }).waitFor()
    await shownAnalysis(door.page)
    await place().waitFor()
  }
  const select = async (from: number, to: number) => {
    const { x, y, width } = (await place().boundingBox())!
    await door.page.mouse.move(x + from * width, y + 20)
    await door.page.mouse.down()
    await door.page.mouse.move(x + to * width, y + 20, { steps: 3 })
    await door.page.mouse.up()
  }

  beforeAll(async () => {
    door = await openBrowserDoor()
    await open(HEARTS[0]!)
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('end above the fold at 1280 x 800, whatever the answer, the seconds below them included', async () => {
    for (const path of HEARTS) {
      await open(path)
      await press(words.picture.showEvidence)
      expect((await lastTick(door.page)).bottom, `${path} with evidence`).toBeLessThanOrEqual(WINDOW.height)
      await press(words.picture.showEvidence)
      expect((await lastTick(door.page)).bottom, path).toBeLessThanOrEqual(WINDOW.height)
      const spectrogram = (await door.page.getByRole('img', { name: /^Spectrogram/ }).boundingBox())!
      expect(spectrogram.height, path).toBeGreaterThan(100)
      const waveform = (await door.page.getByRole('img', { name: words.picture.waveformColumns }).boundingBox())!
      expect(waveform.height, path).toBeGreaterThanOrEqual(96)
    }
  })

  it.each([1280, 1100, 1024, 768, 390])('do not move when a stretch is selected, at %i pixels', async (width) => {
    const { page } = door
    await page.setViewportSize({ ...WINDOW, width })
    await place().scrollIntoViewIfNeeded()
    const before = await place().boundingBox()
    await select(0.2, 0.4)
    await page.getByRole('button', { name: words.player.clearSpan }).waitFor()
    expect(await place().boundingBox()).toEqual(before)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: words.player.clearSpan }).waitFor({ state: 'detached' })
    expect(await place().boundingBox()).toEqual(before)
    await page.setViewportSize(WINDOW)
  })

  it.each([WINDOW, PHONE])('leave nothing to scroll but the view, at $width pixels', async (size) => {
    await door.page.setViewportSize(size)
    const { scrollHeight, clientHeight } = await door.page.locator('html').evaluate((html) => {
      const { scrollHeight, clientHeight } = html as unknown as { scrollHeight: number; clientHeight: number }
      return { scrollHeight, clientHeight }
    })
    expect(scrollHeight).toBe(clientHeight)
    await door.page.setViewportSize(WINDOW)
  })

  it('fit the window again at a key', async () => {
    const { page } = door
    const far = page.getByRole('img', { name: words.picture.waveformColumns })
    for (let i = 0; i < 4; i++) await press(words.player.zoomIn)
    await far.waitFor({ state: 'detached' })
    await page.keyboard.press('f')
    await far.waitFor({ timeout: 5000 })
    const { right, text } = await lastTick(page)
    const { x, width } = (await place().boundingBox())!
    const { durationS } = await shownAnalysis(page)
    expect(Number(text)).toBeGreaterThan(0.8 * durationS)
    expect(right).toBeLessThanOrEqual(x + width + 1)
  })

  it('make a soft waveform taller, by button and by key, and flat again', async () => {
    const { page } = door
    const said = (gain: number) => page.getByText(words.player.gain(gain), { exact: true })
    await press(words.player.taller)
    await said(2).waitFor()
    await page.keyboard.press('g')
    await said(4).waitFor()
    await page.keyboard.press('Shift+G')
    await said(2).waitFor()
    await press(words.player.flatter)
    await said(2).waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: words.player.flatter }).isDisabled()).toBe(true)
  })

  it.each([WINDOW, PHONE])('never write one label over another, at $width pixels', async (size) => {
    const { page } = door
    await page.keyboard.press('g')
    for (const path of HEARTS) {
      await page.setViewportSize(WINDOW)
      await open(path)
      await page.setViewportSize(size)
      await page.keyboard.press('f')
      for (let zoom = 0; zoom < 9; zoom++) {
        expect(await collisions(page), `${path} at zoom ${zoom}`).toEqual([])
        await press(words.player.zoomIn)
      }
    }
    await page.setViewportSize(WINDOW)
  })
})

/** What is written furthest right below the pictures. */
async function lastTick(page: Page): Promise<Label> {
  const labels = await labelsOf(page)
  const bottom = Math.max(...labels.map((label) => label.bottom))
  return labels
    .filter((label) => bottom - label.bottom < 6)
    .sort((a, b) => a.right - b.right)
    .at(-1)!
}

async function collisions(page: Page): Promise<string[]> {
  const labels = await labelsOf(page)
  return labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
      )
      .map((other) => `${one.text} and ${other.text}`)
  )
}

interface Label {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** Everything written beside and on the pictures that can be seen; a pixel of each side is air. */
function labelsOf(page: Page): Promise<Label[]> {
  return page.getByRole('slider', { name: words.player.title }).evaluate((surface) => {
    const grid = (surface as unknown as Shown).closest('figure')
    const { left, right } = grid.getBoundingClientRect()
    const written = [...grid.querySelectorAll('text, span')].map((label) => ({
      label,
      box: label.getBoundingClientRect()
    }))
    return written
      .filter(({ label, box }) => box.width > 1 && box.right > left && box.left < right && label.textContent !== '')
      .map(({ label, box }) => ({
        text: label.textContent,
        left: box.left + 1,
        right: box.right - 1,
        top: box.top + 3,
        bottom: box.bottom - 3
      }))
  })
}

/** As much of a browser's element as is used here. */
interface Shown {
  textContent: string
  closest(selector: string): Shown
  querySelectorAll(selector: string): Iterable<Shown>
  getBoundingClientRect(): { left: number; right: number; top: number; bottom: number; width: number }
}
