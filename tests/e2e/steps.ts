import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Recording } from '../../src/contracts/recording'
import type { Reply } from '../../src/contracts/reply'
import type { Analysis } from '../../src/core/analysis'
import { wordsFor } from '../../src/words/words'
import type { Door } from './door'
import type { PageWorld } from './page-world'

/** Tests look for what people see, in the very words of the catalogue. */
export const words = wordsFor('en')

/** An analysis may wait for a process to start and a model to load. */
const PATIENCE_MS = 60_000

/** Opens a view by its address; the page itself stays. */
export async function goTo({ page }: Door, view: keyof typeof words.frame.views): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: words.frame.views[view] }).click()
}

/** Drops files and folders of this machine onto the middle of the window, as a hand would. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await devtools.detach()
}

/** Chooses files in the dialog that `open` brings up. */
export async function choose(page: Page, paths: string[], open: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
  await chooser.setFiles(paths)
}

/** What the host keeps, asked through the page's own connection. */
export function library(page: Page): Promise<Recording[]> {
  return page.evaluate(async () => {
    const { opsFusion } = globalThis as unknown as Partial<PageWorld>
    if (opsFusion !== undefined) return opsFusion.library.list()
    const reply = (await (await fetch('/api/library.list', { method: 'POST' })).json()) as Reply<Recording[]>
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value
  })
}

/** The analysis of the recording that the page shows, once it is shown. */
export async function shownAnalysis(page: Page): Promise<Analysis> {
  await page.getByRole('toolbar', { name: words.player.title }).waitFor({ timeout: PATIENCE_MS })
  const id = new URL(page.url()).hash.split('/')[2]
  const recording = (await library(page)).find((known) => known.id === id)
  if (recording?.state.status !== 'analysed') throw new Error('what is shown was not analysed')
  return recording.state.analysis
}

/** Opens a sample from the menu and waits for its answer. */
export async function openSample(page: Page, title: string): Promise<Analysis> {
  await page.getByRole('button', { name: words.frame.samples }).click()
  await page.getByRole('menuitem', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: PATIENCE_MS })
  return shownAnalysis(page)
}

/** Waits until `count` recordings are there and everything that was begun has ended: a drop returns before its files do. */
export async function allDone(page: Page, count: number): Promise<Recording[]> {
  const isBusy = ({ state }: Recording) => state.status === 'waiting' || state.status === 'analysing'
  const isOver = (recordings: Recording[]) => recordings.length >= count && !recordings.some(isBusy)
  await expect.poll(async () => isOver(await library(page)), { timeout: PATIENCE_MS }).toBe(true)
  return library(page)
}
