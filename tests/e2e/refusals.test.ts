import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../src/core/errors'
import type { Door } from './door'
import { DOORS } from './doors'
import { HEARTS, silence } from './recordings'
import { drop, goTo, library, shownAnalysis, words } from './steps'

const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-refused-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe.each(DOORS)('what is no heart sound, through the $name door', ({ open }) => {
  let door: Door
  const seesError = async (code: ErrorCode) => {
    const { what, todo } = words.errors.explain({ code, values: {} })
    const alert = door.page.getByRole('alert').filter({ hasText: what })
    await alert.getByText(todo).waitFor()
  }

  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  // A refused upload is a failed request, and Chromium notes each of those in the console.
  const isRefusal = (problem: string) => /the server responded with a status of 4\d\d/.test(problem)
  afterEach(() => expect(door.problems().filter((problem) => !isRefusal(problem))).toEqual([]))

  it('is refused by its content, not by its name', async () => {
    await drop(door.page, [file('letter.wav', 'Dear reader, this is no sound at all.\n'.repeat(100))])
    await seesError('format-unknown')
  })

  it('is refused when it is empty', async () => {
    await drop(door.page, [file('empty.wav', '')])
    await seesError('audio-empty')
  })

  it('is refused when it is too short to hear a beat', async () => {
    await drop(door.page, [file('short.wav', silence(1))])
    const { todo } = words.errors.explain({ code: 'audio-too-short', values: {} })
    await door.page.getByRole('alert').getByText(todo).waitFor()
  })

  it('gets no verdict when it is silence, but its numbers all the same', async () => {
    await drop(door.page, [file('silence.wav', silence(10))])
    const { answer } = await shownAnalysis(door.page)
    expect([answer.outcome, answer.reason]).toEqual(['cannot-tell', 'silent'])
    await door.page.getByRole('heading', { level: 2, name: words.answer.outcome('cannot-tell') }).waitFor()
    await door.page.getByText(words.answer.mend('silent', 10)).first().waitFor()
  })

  it('can be cancelled while it is analysed; the recording is kept and the next one works', async () => {
    const { page } = door
    await drop(page, [file('ten-minutes.wav', silence(590, 48_000))])
    await page.getByRole('heading', { name: words.steps.working }).waitFor()
    await page.getByRole('button', { name: words.frame.cancel }).click()
    await seesError('cancelled')
    expect((await library(page)).find(({ name }) => name === 'ten-minutes.wav')?.state.status).toBe('failed')
    await goTo(door, 'analyse')
    await drop(page, [HEARTS[1]!])
    await shownAnalysis(page)
  })
})
