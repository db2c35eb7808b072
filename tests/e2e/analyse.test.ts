import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../src/core/answer'
import { simulateHeart } from '../../src/core/simulate'
import { encodeWav } from '../../src/core/wav'
import { spokenAnswer } from '../../src/words/insights'
import { ROOT } from './built'
import type { Door } from './door'
import { DOORS } from './doors'
import { HEARTS } from './recordings'
import { choose, drop, goTo, library, openSample, shownAnalysis, words } from './steps'

const SAMPLES = JSON.parse(readFileSync(join(ROOT, 'resources', 'samples', 'samples.json'), 'utf8')) as {
  name: string
  label: 'normal' | 'abnormal'
}[]

describe.each(DOORS)('the main job through the $name door', ({ open }) => {
  let door: Door
  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('starts with a place to drop, three samples, and what the program is for', async () => {
    const { page } = door
    await page.getByRole('heading', { level: 1, name: words.start.title }).waitFor()
    const samples = page.getByRole('region', { name: words.start.or })
    await expect.poll(() => samples.getByRole('button').count()).toBe(3)
    await page.getByText(words.answer.fixedLine).waitFor()
  })

  it('takes a dropped recording all the way to its answer', async () => {
    const { page } = door
    await drop(page, [HEARTS[0]!])
    const { answer, heartRate } = await shownAnalysis(page)
    await page.getByRole('heading', { level: 1, name: basename(HEARTS[0]!) }).waitFor()
    await page.getByRole('heading', { level: 2, name: words.answer.outcome(answer.outcome) }).waitFor()
    await page.getByText(words.answer.meaning(answer), { exact: true }).first().waitFor()
    await page.getByText(words.murmur.outcome(answer.murmur!.outcome), { exact: true }).first().waitFor()
    if (heartRate) await page.getByText(words.facts.bpm(heartRate.valueBpm)).first().waitFor()
    await page.getByText(words.answer.fixedLine).waitFor()
    expect(await page.getByTestId('spoken-answer').textContent()).toBe(spokenAnswer(answer, words))
  })

  it('draws the spectrogram, the waveform and the axes', async () => {
    const { page } = door
    const colours = await page.getByRole('img', { name: /^Spectrogram/ }).evaluate((element) => {
      const canvas = element as unknown as Canvas
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      return new Set(new Uint32Array(data.buffer)).size
    })
    expect(colours).toBeGreaterThan(50)
    await page.getByText('Hz', { exact: true }).waitFor()
  })

  it('reads a level off the picture under the pointer', async () => {
    const { page } = door
    const picture = page.getByRole('img', { name: /^Spectrogram/ })
    await picture.scrollIntoViewIfNeeded()
    const box = (await picture.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.getByText(/\d\ss · \d+\sHz · [−-]?\d+\.\d\sdB/).waitFor({ timeout: 5000 })
  })

  it('gives every sample an answer that its gauge, its words and its label agree with', async () => {
    const outcomes: string[] = []
    for (const { name, label } of SAMPLES) {
      const { answer } = await openSample(door.page, name)
      outcomes.push(answer.outcome)
      const gauge = door.page.getByRole('region', { name: words.gauge.title })
      await gauge.getByRole('heading', { name: words.answer.certainty(answer) }).waitFor()
      await gauge
        .getByRole('img', { name: words.gauge.description(answer, refusalOf(answer) !== null), exact: true })
        .waitFor()
      // A label is guessed before it is told.
      expect(await door.page.getByText(words.samples.reveal(label)).count()).toBe(0)
      const guess = door.page.getByRole('region', { name: words.samples.guess })
      await guess.getByRole('button', { name: words.samples.labels.abnormal, exact: true }).click()
      const reveal = door.page.getByRole('region', { name: words.samples.reveal(label) })
      const isRight = answer.outcome === 'cannot-tell' ? null : answer.outcome === `${label}-like`
      await reveal.getByText(words.samples.compared(isRight, label === 'abnormal')).waitFor()
      await door.page.getByRole('region', { name: words.samples.origin }).waitFor()
      // A score near either end is certain; a normal-like one as much as an abnormal-like one.
      const nearerEnd = Math.min(answer.abnormalProbability, 1 - answer.abnormalProbability)
      if (answer.outcome !== 'cannot-tell' && nearerEnd < 0.05) {
        expect(words.answer.certaintyLevel(answer.certainty)).toBe('high')
      }
    }
    // Those that the start shows are of both kinds, by label and by answer.
    expect(new Set(SAMPLES.slice(0, 3).map(({ label }) => label)).size).toBe(2)
    expect(outcomes.slice(0, 3)).toEqual(expect.arrayContaining(['normal-like', 'abnormal-like']))
  })

  it('takes a chosen file', async () => {
    const { page } = door
    await goTo(door, 'analyse')
    await choose(page, [HEARTS[1]!], () => page.getByRole('button', { name: words.frame.chooseFile }).first().click())
    await page.getByRole('heading', { level: 1, name: basename(HEARTS[1]!) }).waitFor()
    await shownAnalysis(page)
  })

  it('keeps the answer where analysing again fails, says why, and has another where that goes well', async () => {
    const { page, data } = door
    const { answer } = await shownAnalysis(page)
    const { id } = (await library(page)).find(({ name }) => name === basename(HEARTS[1]!))!
    const original = join(data, 'library', 'recordings', id, 'original')
    const again = () => page.getByRole('button', { name: words.library.analyseAgain }).click()
    renameSync(original, `${original}.away`)
    await again()
    const failed = page.getByRole('alert').filter({ hasText: words.errors.failedAgain })
    await failed.waitFor()
    await page.getByRole('heading', { level: 2, name: words.answer.outcome(answer.outcome) }).waitFor()
    renameSync(`${original}.away`, original)
    await again()
    await failed.waitFor({ state: 'detached' })
    expect((await shownAnalysis(page)).answer).toEqual(answer)
  })

  it('takes a dropped folder to its bottom, says what it left out, and shows how far it is to the last answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-folder-'))
    mkdirSync(join(folder, 'inner'))
    cpSync(HEARTS[2]!, join(folder, 'first.flac'))
    cpSync(HEARTS[3]!, join(folder, 'inner', 'last.flac'))
    for (const seed of [2, 3, 4, 5]) writeFileSync(join(folder, `made ${seed}.wav`), madeHeart(seed))
    writeFileSync(join(folder, 'broken.wav'), 'no sound at all')
    writeFileSync(join(folder, 'inner', 'notes.txt'), 'a list of things to do')
    writeFileSync(join(folder, 'labels.csv'), 'first,normal')
    try {
      const { page } = door
      const before = (await library(page)).length
      await drop(page, [folder])
      const progress = page.getByRole('progressbar', { name: /^\d of 7 analysed · 2 files left out$/ })
      await progress.waitFor()
      await goTo(door, 'accuracy')
      // What is going on stands on every page; on a quick machine it may be over by now.
      const over = page.getByText(words.intake.over(6, 1, 2))
      await progress.or(over).first().waitFor()
      await over.waitFor({ timeout: 60_000 })
      expect(await page.getByRole('progressbar').count()).toBe(0)
      const all = await library(page)
      const added = all.slice(0, all.length - before)
      const states = Object.fromEntries(added.map(({ name, state }) => [name, state.status]))
      expect(added).toHaveLength(7)
      expect(states).toMatchObject({ 'first.flac': 'analysed', 'last.flac': 'analysed', 'broken.wav': 'failed' })
      await page.getByRole('button', { name: words.start.openLibrary }).click()
      await page.getByRole('link', { name: words.library.open('last.flac') }).waitFor()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('makes a heart in the simulator and calls it synthetic', async () => {
    const { page } = door
    await page.getByRole('button', { name: words.frame.simulator }).click()
    const dialog = page.getByRole('dialog', { name: words.simulator.title })
    await dialog.getByRole('slider', { name: words.simulator.heartRate }).press('ArrowRight')
    await dialog.getByText(words.simulator.murmurs.systolic).click()
    await dialog.getByRole('button', { name: words.simulator.make }).click()
    const { heartRate } = await shownAnalysis(page)
    await page.getByText(words.sources.kinds.simulator, { exact: true }).waitFor()
    await page.getByText(words.sources.syntheticNote).waitFor()
    expect(heartRate?.valueBpm).toBeCloseTo(71, -1)
  })
})

/** Half a minute, another one for each seed. */
function madeHeart(seed: number): Uint8Array {
  const heart = { heartRateBpm: 70, murmur: 'none', murmurLevelDb: 0, noiseLevelDb: -40 } as const
  return encodeWav(simulateHeart({ ...heart, durationS: 30, sampleRate: 4000, seed }), { bitDepth: 16 })
}

interface Canvas {
  width: number
  height: number
  getContext(kind: '2d'): { getImageData(...box: number[]): { data: Uint8ClampedArray } }
}
