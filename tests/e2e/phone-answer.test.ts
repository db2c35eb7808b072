import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ROOT } from './built'
import { faults, pick, screen } from './phone/page-steps'
import { setUpPhones } from './phone/set-up'
import { words } from './steps'

const tests = setUpPhones()

/** Where the window has the answer and where the phone has it. */
const WINDOW = { outcome: 'section[aria-labelledby=answer]', gauge: `section[aria-label="${words.gauge.title}"]` }
const PHONE = { outcome: '.outcome', gauge: '.gauge' }

/** What anybody sees of an answer: its shape, its words, the dots, and what stands on the gauge. */
async function faceOf(page: Page, at: typeof WINDOW) {
  const outcome = page.locator(at.outcome)
  const gauge = page.locator(`${at.gauge} svg[role=img]`)
  await gauge.locator('text').first().waitFor()
  const all = (locator: Locator, attribute: string) =>
    locator.evaluateAll((elements, name) => elements.map((element) => element.getAttribute(name)), attribute)
  return {
    shape: await all(outcome.locator('svg').first().locator('path'), 'd'),
    filledDots: (await all(outcome.locator('circle'), 'r')).filter((radius) => radius === '3').length,
    saysFrequency: await outcome.getByText(/with a similar score, .* labelled abnormal/).allTextContents(),
    saysBaseRate: await outcome.getByText(/^Counted as if/).allTextContents(),
    // Of the murmur the phone has one line, and the rest in a fold.
    saysMurmur: (await outcome.locator('p strong').allTextContents()).filter((text) => /murmur/i.test(text)),
    murmurShape: await all(outcome.locator('svg').last().locator('path'), 'd'),
    gauge: {
      text: (await gauge.locator('text').allTextContents()).sort(),
      tags: await gauge.evaluate((svg) => [...svg.children].map(({ tagName }) => tagName)),
      label: await gauge.getAttribute('aria-label')
    }
  }
}

describe('the answer on the phone', () => {
  it.each([
    ['normal-like', 'resources/samples/a0056.flac'],
    ['abnormal-like', 'resources/samples/d0003.flac'],
    ['cannot-tell', 'tests/fixtures/refused/speech-1.flac']
  ])('has the shape, the gauge and the frequency that the window shows: %s', async (outcome, file) => {
    const page = await tests.pair()
    await screen(page, 'place')
    await page.getByRole('button', { name: words.recorder.place.pickFile }).click()
    await pick(page, join(ROOT, file))
    await page.waitForSelector(`[data-outcome=${outcome}]`)
    expect(await faults(page)).toEqual([])
    const window = await tests.computer.showLatest()
    await window.getByRole('heading', { name: words.answer.outcome(outcome as 'cannot-tell') }).waitFor()
    const face = await faceOf(page, PHONE)
    expect(face).toEqual(await faceOf(window, WINDOW))
    // Neither of a recording that was refused.
    const frequencies = outcome === 'cannot-tell' ? 0 : 1
    expect(face.saysFrequency).toHaveLength(frequencies)
    expect(face.saysBaseRate).toHaveLength(frequencies)
  })
})
