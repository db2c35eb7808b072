import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { RecordingId } from '../../src/contracts/recording'
import { type Computer, openComputer } from '../e2e/phone/computer'
import { writeHeart } from '../e2e/phone/heart-wav'
import { pairPhone, record, screen } from '../e2e/phone/page-steps'
import { forgetMarks, marksOf, noteWhenSeen } from './marks'

export interface TakeFigures {
  /** From the tap on *Stop* to the verdict on the phone. */
  verdictMs: number[]
  /** From the tap on *Stop* to the answer, *Send* being tapped as soon as it was there. */
  phoneAnswerMs: number[]
  computerAnswerMs: number[]
}

const TAKE_S = 10

/** Takes of ten seconds in a browser of a phone's size, sent at once, seen on both screens. */
export async function measureTakes(count: number): Promise<TakeFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-speed-'))
  const hears = join(folder, 'heart.wav')
  await writeHeart(hears)
  const computer = await openComputer()
  const figures: TakeFigures = { verdictMs: [], phoneAnswerMs: [], computerAnswerMs: [] }
  try {
    await noteWhenSeen(computer.door.page, { 'answer*': '#answer' })
    await computer.door.page.reload()
    const phone = await pairPhone(computer, {
      hears,
      prepare: (context) => noteWhenSeen(context, { verdict: '[data-verdict]', answer: '[data-outcome]' })
    })
    const seen = new Set<RecordingId>()
    while (figures.verdictMs.length < count) await measureOne(computer, phone.page, figures, seen)
    await phone.close()
    return figures
  } finally {
    await computer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureOne(computer: Computer, page: Page, figures: TakeFigures, seen: Set<RecordingId>): Promise<void> {
  await screen(page, 'place')
  await forgetMarks(page)
  await record(page, 60)
  const left = String(60 - TAKE_S)
  await page.waitForFunction((text) => document.querySelector('.record-text strong')?.textContent === text, left)
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.waitForSelector('[data-outcome]')
  const { stopped = 0, verdict = 0, answer = 0 } = await marksOf(page)
  const { id } = await computer.latest()
  await page.getByRole('button', { name: 'Record another' }).click()
  // The made-up microphone may play the very same sound twice, which is one recording, answered already.
  if (seen.has(id)) return
  seen.add(id)
  const shown = `answer#/analyse/${id}`
  await computer.door.page.waitForFunction((name) => name in (window as unknown as { marks: object }).marks, shown)
  const onComputer = (await marksOf(computer.door.page))[shown] ?? 0
  figures.verdictMs.push(verdict - stopped)
  figures.phoneAnswerMs.push(answer - stopped)
  figures.computerAnswerMs.push(onComputer - stopped)
}
