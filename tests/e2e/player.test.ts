import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from './door'
import { DOORS } from './doors'
import { HEARTS } from './recordings'
import { drop, shownAnalysis, words } from './steps'

describe.each(DOORS)('the player through the $name door', ({ open }) => {
  let door: Door
  let place: Locator
  let durationS: number
  const nowS = async () => Number(await place.getAttribute('aria-valuenow'))
  const button = (name: string) => door.page.getByRole('button', { name, exact: true })

  beforeAll(async () => {
    door = await open()
    await drop(door.page, [HEARTS[0]!])
    durationS = (await shownAnalysis(door.page)).durationS
    place = door.page.getByRole('slider', { name: words.player.title })
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('plays, and the playhead goes along', async () => {
    await button(words.player.play).click()
    await expect.poll(nowS, { timeout: 5000 }).toBeGreaterThan(0.5)
    await button(words.player.pause).click()
    const pause = () => new Promise((resolve) => setTimeout(resolve, 300))
    await pause()
    const stopped = await nowS()
    await pause()
    expect(await nowS()).toBe(stopped)
  })

  it('goes where the picture is clicked', async () => {
    const { width, height } = (await place.boundingBox())!
    await place.click({ position: { x: width / 2, y: height / 2 } })
    await expect.poll(nowS).toBeCloseTo(durationS / 2, 0)
  })

  it('plays on from there: the sound is fetched by range', async () => {
    const before = await nowS()
    await button(words.player.play).click()
    await expect.poll(nowS, { timeout: 5000 }).toBeGreaterThan(before + 0.3)
    expect(await nowS()).toBeLessThan(before + 5)
    await button(words.player.pause).click()
  })

  it('plays slower, and loops a selected span', async () => {
    const { page } = door
    const { width, height } = (await place.boundingBox())!
    await place.hover({ position: { x: width * 0.1, y: height / 2 } })
    await page.mouse.down()
    await place.hover({ position: { x: width * 0.12, y: height / 2 } })
    await page.mouse.up()
    await button(words.player.loop).click()
    await page.getByRole('button', { name: words.player.speed }).click()
    await page.getByRole('menuitem', { name: words.player.rate(0.5), exact: true }).click()
    await button(words.player.play).click()
    const spanS = [0.1 * durationS - 0.3, 0.12 * durationS + 0.3]
    for (let i = 0; i < 10; i++) {
      await new Promise((resolve) => setTimeout(resolve, 150))
      const timeS = await nowS()
      expect(timeS).toBeGreaterThan(spanS[0]!)
      expect(timeS).toBeLessThan(spanS[1]!)
    }
    await button(words.player.pause).click()
  })

  it('is drawn sample by sample where one looks closely, beside what the network saw, and says which is which', async () => {
    const { page } = door
    const asked: string[] = []
    page.on('request', (request) => request.url().includes('/samples?') && asked.push(request.url()))
    const waveform = (name: string) => page.getByRole('img', { name, exact: true })
    const title = (text: string) => page.getByText(text, { exact: false })
    await waveform(words.picture.waveformColumns).waitFor()
    await title(words.picture.title).waitFor()
    expect(asked).toEqual([])
    for (let i = 0; i < 4; i++) await button(words.player.zoomIn).click()
    await waveform(words.picture.waveformSamples).waitFor({ timeout: 5000 })
    await title(words.picture.fineTitle).waitFor({ timeout: 5000 })
    // No more than what is seen and as much again on either side, in stretches of four seconds.
    expect(asked.length).toBeLessThanOrEqual(4)
    await button(words.picture.showNetworks).click()
    await title(words.picture.title).waitFor({ timeout: 5000 })
    await button(words.picture.showFine).click()
    await title(words.picture.fineTitle).waitFor({ timeout: 5000 })
    const before = asked.length
    await button(words.player.zoomFit).click()
    await waveform(words.picture.waveformColumns).waitFor({ timeout: 5000 })
    await title(words.picture.title).waitFor({ timeout: 5000 })
    expect(asked).toHaveLength(before)
  })

  it('says so where an earlier version kept no samples, until the recording is analysed again', async () => {
    const { page } = door
    const id = new URL(page.url()).hash.split('/')[2]!
    const file = readdirSync(door.data, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith(join(id, 'pictures.json'))
    )!
    const shapes = JSON.parse(readFileSync(join(door.data, file), 'utf8')) as Record<string, unknown>
    delete shapes['samples']
    writeFileSync(join(door.data, file), JSON.stringify(shapes))
    await page.reload()
    await shownAnalysis(page)
    for (let i = 0; i < 4; i++) await button(words.player.zoomIn).click()
    await page.getByText(words.picture.noSamples).waitFor({ timeout: 5000 })
    await page.getByRole('img', { name: words.picture.waveformColumns, exact: true }).waitFor()
    await page.getByRole('button', { name: words.library.analyseAgain }).click()
    await button(words.player.zoomFit).waitFor({ state: 'detached' })
    await shownAnalysis(page)
    for (let i = 0; i < 4; i++) await button(words.player.zoomIn).click()
    await page.getByRole('img', { name: words.picture.waveformSamples, exact: true }).waitFor({ timeout: 5000 })
    await button(words.player.zoomFit).click()
  })

  it('shows more of less when zoomed, and all of it again', async () => {
    const width = async () => (await place.boundingBox())!.width
    const whole = await width()
    await button(words.player.zoomIn).click()
    await button(words.player.zoomIn).click()
    expect(await width()).toBeCloseTo(whole, -1)
    await button(words.player.zoomFit).click()
    expect(await width()).toBeCloseTo(whole, -1)
  })

  it('keeps the whole recording in a strip, from where any place is one click away', async () => {
    const { page } = door
    const strip = page.locator('[data-overview]')
    const { width, height } = (await strip.boundingBox())!
    for (let i = 0; i < 3; i++) await button(words.player.zoomIn).click()
    const frame = async () => (await strip.locator('> div').last().boundingBox())!
    expect((await frame()).width).toBeLessThan(width / 4)
    await strip.click({ position: { x: width * 0.8, y: height / 2 } })
    await expect.poll(nowS).toBeCloseTo(0.8 * durationS, 0)
    await expect
      .poll(async () => ((await frame()).x - (await strip.boundingBox())!.x) / width, { timeout: 5000 })
      .toBeGreaterThan(0.6)
    await button(words.player.zoomFit).click()
  })
})
