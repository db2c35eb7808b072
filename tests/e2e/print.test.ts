import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from './door'
import { DOORS } from './doors'
import { goTo, openSample, words } from './steps'

/** A4 with the browser's own margins, CSS pixels. */
const PAPER = { width: 718, height: 1046 }

describe.each(DOORS)('what goes onto paper, through the $name door', ({ open }) => {
  let door: Door
  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('is the whole recording, though the window shows a part of it, with answer, gauge and limits', async () => {
    const { page } = door
    const { answer, durationS } = await openSample(page, 'Recording 1')
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: words.player.zoomIn }).click()
    await page.setViewportSize(PAPER)
    await page.emulateMedia({ media: 'print' })
    const strips = page.getByRole('figure', { name: /^Seconds \d/ }).filter({ visible: true })
    await strips.first().waitFor()
    const names = await strips.evaluateAll((figures) =>
      figures.map((figure) => (figure as unknown as { ariaLabel: string }).ariaLabel)
    )
    expect(names[0]).toContain(words.picture.strip(0, durationS / names.length))
    expect(names.at(-1)).toBe(words.picture.strip(durationS - durationS / names.length, durationS))
    for (const strip of await strips.all()) {
      const { x, width } = (await strip.boundingBox())!
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(PAPER.width)
      expect(await strip.getByRole('img', { name: /^Spectrogram/ }).isVisible()).toBe(true)
    }
    await page.getByRole('heading', { level: 2, name: words.answer.outcome(answer.outcome) }).waitFor()
    await page.getByRole('region', { name: words.gauge.title }).waitFor()
    await page.getByRole('heading', { name: words.insights.limits }).waitFor()
    await page.getByText(words.answer.fixedLine).waitFor()
  })

  it('has nothing to press on it', async () => {
    const { page } = door
    // Marks of a picture: they are pressed on a screen, and drawn on paper.
    const marksOf = (name: string) => page.getByRole('toolbar', { name }).getByRole('button')
    const marks = marksOf(words.agreement.title).or(marksOf(words.cycle.rhythm))
    const pressable = page.getByRole('button').or(page.getByRole('radio')).or(page.getByRole('slider'))
    expect(await pressable.filter({ visible: true }).count()).toBe(await marks.count())
    await page.emulateMedia({ media: null })
    for (const view of ['library', 'accuracy', 'system', 'phone'] as const) {
      await goTo(door, view)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.emulateMedia({ media: 'print' })
      expect(await pressable.filter({ visible: true }).count(), view).toBe(0)
      await page.emulateMedia({ media: null })
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })
})
