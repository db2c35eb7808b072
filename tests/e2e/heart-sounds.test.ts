import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from './door'
import { DOORS } from './doors'
import { silence } from './recordings'
import { openSample, shownAnalysis, words } from './steps'

describe.each(DOORS)('the first and second heart sounds, through the $name door', ({ open }) => {
  let door: Door
  const marks = () => door.page.getByRole('img', { name: /^The first and second sound of \d+ beats/ })
  const toggle = () => door.page.getByRole('button', { name: words.picture.showBeats, exact: true })

  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('are marked over the waveform, as many as the heart rate says, and called an estimate', async () => {
    const { heartRate, durationS } = await openSample(door.page, 'Recording 1')
    const spoken = (await marks().getAttribute('aria-label')) ?? ''
    const beats = Number(/of (\d+) beats/.exec(spoken)?.[1])
    const expected = (durationS * (heartRate?.valueBpm ?? 0)) / 60
    expect(beats).toBeGreaterThan(0.7 * expected)
    expect(beats).toBeLessThan(1.1 * expected)
    await door.page.getByText(words.picture.beatsLong).waitFor()
  })

  it('are named where there is room', async () => {
    const named = marks().getByText(words.picture.s1, { exact: true })
    expect(await named.count()).toBe(0)
    const zoomIn = door.page.getByRole('button', { name: words.player.zoomIn })
    for (let i = 0; i < 3; i++) await zoomIn.click()
    await named.first().waitFor()
    await door.page.getByRole('button', { name: words.player.zoomFit }).click()
    await expect.poll(() => named.count()).toBe(0)
  })

  it('come and go with their button and their key', async () => {
    await toggle().click()
    expect(await marks().count()).toBe(0)
    expect(await toggle().getAttribute('aria-pressed')).toBe('false')
    await door.page.keyboard.press('h')
    await marks().waitFor()
  })

  it('are not marked where there is no heart, and it is said', async () => {
    const { page } = door
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: words.frame.chooseFile }).click()
    ])
    await chooser.setFiles({ name: 'silence.wav', mimeType: 'audio/wav', buffer: Buffer.from(silence(8)) })
    await page.getByRole('heading', { level: 1, name: 'silence.wav' }).waitFor()
    await shownAnalysis(page)
    await page.getByText(words.picture.noBeats).waitFor()
    expect(await marks().count()).toBe(0)
    expect(await toggle().count()).toBe(0)
  })
})
