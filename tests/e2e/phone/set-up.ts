import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { buildPage } from './built-page'
import { type Computer, openComputer } from './computer'
import { writeHeart, writeSpeech } from './heart-wav'
import { pairPhone } from './page-steps'
import { openPhone, type Phone, type PhoneOptions } from './phone'

/** What the phones of one file of tests have in common. */
export interface PhoneTests {
  readonly computer: Computer
  /** The one of this test; it is closed after it. */
  readonly phone: Phone
  /** Sounds for the microphone to hear. */
  hears: { heart: string; overdriven: string; speech: string; silence: string }
  folder: string
  /** A new phone that knows no computer yet. */
  open(options?: PhoneOptions): Promise<Page>
  /** A new phone whose link was scanned and whose words were confirmed. */
  pair(options?: PhoneOptions): Promise<Page>
  /** A file that the library does not have yet: the same bytes twice are one recording. */
  freshFile(): Promise<string>
}

/** One computer for all tests of a file, and a new phone for each. */
export function setUpPhones(): PhoneTests {
  const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-hearts-'))
  const hears = {
    heart: join(folder, 'heart.wav'),
    overdriven: join(folder, 'overdriven.wav'),
    speech: join(folder, 'speech.wav'),
    silence: join(folder, 'no.wav')
  }
  let computer: Computer | undefined
  let phone: Phone | undefined
  let files = 0
  beforeAll(async () => {
    buildPage()
    await Promise.all([
      writeHeart(hears.heart),
      writeHeart(hears.overdriven, 'a0027.flac', (value) => Math.max(-1, Math.min(1, 40 * value))),
      writeSpeech(hears.speech),
      writeHeart(hears.silence, 'a0027.flac', () => 0)
    ])
    computer = await openComputer()
  })
  afterEach(async () => {
    await phone?.close()
    phone = undefined
  })
  afterAll(async () => {
    await computer?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const there = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new RangeError('only within a test')
    return value
  }
  return {
    folder,
    hears,
    get computer() {
      return there(computer)
    },
    get phone() {
      return there(phone)
    },
    async open(options) {
      phone = await openPhone(options)
      return phone.page
    },
    async pair(options) {
      phone = await pairPhone(there(computer), options)
      return phone.page
    },
    async freshFile() {
      const path = join(folder, `${++files}.wav`)
      await writeHeart(path, 'a0056.flac', (value) => value * (1 - files / 50))
      return path
    }
  }
}
