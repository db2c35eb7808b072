import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'

/** When something was first to be seen on a page, ms since 1970, by its name; `stopped` is the tap that ended a take. */
export type Marks = Readonly<Record<string, number>>

/** A file of its own: what the compiler adds to a function does not exist inside a page. */
const IN_PAGE = fileURLToPath(new URL('marks-in-page.js', import.meta.url))

/**
 * Notes inside the page itself when an element first stands there: asking from outside would add its own delay.
 *
 * @param wanted selectors by name; a `*` in the name stands for the page's fragment, so that each has its own mark
 */
export async function noteWhenSeen(on: BrowserContext | Page, wanted: Readonly<Record<string, string>>): Promise<void> {
  await on.addInitScript({ content: `window.wantedMarks = ${JSON.stringify(wanted)}` })
  await on.addInitScript({ path: IN_PAGE })
}

export function marksOf(page: Page): Promise<Marks> {
  return page.evaluate(() => ({ ...(window as unknown as { marks: Marks }).marks }))
}

/** Forgets them, for the next take on the same page. */
export async function forgetMarks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { marks } = window as unknown as { marks: Record<string, number> }
    for (const name of Object.keys(marks)) delete marks[name]
  })
}
