import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { ROOT } from './built'
import { openDesktopDoor } from './desktop-door'
import { HEARTS } from './recordings'
import { allDone, drop, goTo, library, openSample, words } from './steps'

const FOLDER = join(ROOT, 'docs', 'pictures')
const WINDOW = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }
const LARGE = { width: 3840, height: 2160 }

async function picture(page: Page, name: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  // Nothing half drawn, nothing under the pointer.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
}

async function theme(page: Page, choice: 'light' | 'dark'): Promise<void> {
  await page.getByRole('button', { name: words.frame.theme.label }).click()
  await page.getByRole('menuitem', { name: words.frame.theme[choice], exact: true }).click()
}

/** The band, and waits for the score without it. */
async function leaveOutWhatPulledMost(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.leaveOut.button }).click()
  await page.getByRole('menuitem', { name: new RegExp(`Hz\\s*${words.leaveOut.pulledMost}`) }).click()
  await page.getByText(words.leaveOut.limit).waitFor()
}

/** Whichever sample the network of now takes for one. */
async function openAbnormalLike(page: Page): Promise<void> {
  for (let i = 1; i <= 6; i++) {
    const { answer } = await openSample(page, `Recording ${i}`)
    if (answer.outcome === 'abnormal-like') return
  }
}

// They lie in the repository, so they are drawn when somebody asks: OPS_FUSION_PICTURES=1.
describe.runIf(process.env['OPS_FUSION_PICTURES'])('the pictures of docs/', () => {
  it('are taken of the real window with real recordings', async () => {
    mkdirSync(FOLDER, { recursive: true })
    const door = await openDesktopDoor()
    const { page } = door
    try {
      for (const choice of ['light', 'dark'] as const) {
        await theme(page, choice)
        await goTo(door, 'analyse')
        await picture(page, `start-${choice}`, WINDOW)
        await openSample(page, 'Recording 1')
        await picture(page, `answer-${choice}`, WINDOW)
        if (choice === 'dark') continue
        await page.getByRole('toolbar', { name: words.player.title }).evaluate((toolbar) => {
          ;(toolbar as unknown as { scrollIntoView(): void }).scrollIntoView()
        })
        await picture(page, `sound-${choice}`, WINDOW)
        await leaveOutWhatPulledMost(page)
        await picture(page, `left-out-${choice}`, WINDOW)
      }
      await theme(page, 'light')
      await openAbnormalLike(page)
      await picture(page, 'answer-abnormal', WINDOW)
      await picture(page, 'answer-narrow', PHONE)
      await picture(page, 'answer-4k', LARGE)
      await page.setViewportSize(WINDOW)
      const before = (await library(page)).length
      await drop(page, HEARTS)
      await allDone(page, before + HEARTS.length)
      await goTo(door, 'library')
      await picture(page, 'library-light', WINDOW)
      for (const choice of ['light', 'dark'] as const) {
        await theme(page, choice)
        await goTo(door, 'accuracy')
        await picture(page, `accuracy-${choice}`, WINDOW)
      }
      await picture(page, 'accuracy-narrow', PHONE)
    } finally {
      await door.close()
    }
  })
})
