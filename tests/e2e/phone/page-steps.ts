import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Computer } from './computer'
import { openPhone, type Phone, type PhoneOptions } from './phone'

export const screen = (page: Page, name: string) => page.waitForSelector(`body[data-screen=${name}]`)

/** A phone whose link was scanned and whose words were confirmed. */
export async function pairPhone(computer: Computer, options: PhoneOptions = {}): Promise<Phone> {
  const phone = await openPhone(options)
  const { page } = phone
  await page.goto(await computer.link())
  await screen(page, 'words')
  const shown = await page.locator('.pair-words strong').allTextContents()
  expect(await computer.confirm()).toEqual(shown)
  return phone
}

/** One tap, and the take until it ends by itself or by `stop`. */
export async function record(page: Page, seconds = 5): Promise<void> {
  await screen(page, 'place')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Length').selectOption(String(seconds))
  await page.getByRole('button', { name: 'Record', exact: true }).click()
}

/** The next take of the same place, as long as the one before. */
export async function recordAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record again' }).click()
  await screen(page, 'record')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
}

/** Chooses a file where one is asked for. */
export async function pick(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(path)
}

export async function verdictOf(page: Page): Promise<string | null> {
  return (await page.waitForSelector('[data-verdict]')).getAttribute('data-verdict')
}

/** Serious faults that axe finds on what is shown now, and what does not fit or is too small to read. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  const layout = await page.evaluate(() => {
    const wrong: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`wider than the screen: ${innerWidth}`)
    for (const element of document.querySelectorAll<HTMLElement>(
      'p, li, button, label, summary, select, input, textarea, h1, small, text'
    )) {
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (element.checkVisibility() && size < 16) wrong.push(`${size} px: ${element.textContent}`)
    }
    const last = document.querySelector('footer')?.getBoundingClientRect()
    if (last && last.bottom > innerHeight + 1) wrong.push('the next step lies below the screen')
    return wrong
  })
  return [...found, ...layout]
}
