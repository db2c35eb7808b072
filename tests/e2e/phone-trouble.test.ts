import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildPage } from './phone/built-page'
import { type Computer, openComputer } from './phone/computer'
import { writeHeart, writeSpeech } from './phone/heart-wav'
import { faults, pairPhone, record, screen, verdictOf } from './phone/page-steps'
import { openPhone, type Phone, type PhoneOptions } from './phone/phone'

/** What the page sends at a time. */
const PART_LENGTH = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-hearts-'))
const HEART = join(folder, 'heart.wav')
const SPEECH = join(folder, 'speech.wav')
const FAINT = join(folder, 'faint.wav')

let computer: Computer
let phone: Phone

beforeAll(async () => {
  buildPage()
  await Promise.all([writeHeart(HEART), writeSpeech(SPEECH), writeHeart(FAINT, 'a0027.flac', () => 0)])
  computer = await openComputer()
})
afterEach(() => phone?.close())
afterAll(async () => {
  await computer?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function paired(options: PhoneOptions = {}): Promise<Page> {
  phone = await pairPhone(computer, options)
  return phone.page
}

/** A file that the library does not have yet: the same bytes twice are one recording. */
async function freshFile(): Promise<string> {
  const path = join(folder, `${++files}.wav`)
  await writeHeart(path, 'a0056.flac', (value) => value * (1 - files / 50))
  return path
}
let files = 0

describe('the phone page in trouble', () => {
  it('notices when the browser keeps its speech filters on', async () => {
    phone = await openPhone({ hears: HEART })
    await phone.context.addInitScript(() => {
      const { mediaDevices } = navigator
      const ask = mediaDevices.getUserMedia.bind(mediaDevices)
      mediaDevices.getUserMedia = () => ask({ audio: true })
    })
    await phone.page.goto(await computer.link())
    await computer.confirm()
    await record(phone.page)
    await phone.page.getByText('The browser still filters this sound').waitFor()
    await verdictOf(phone.page)
    expect(await phone.page.locator('.facts .warning').textContent()).toContain('noise suppression')
    await phone.page.getByRole('button', { name: /^Send/ }).click()
    await phone.page.getByText('Stored on the computer').or(phone.page.locator('[data-outcome]')).first().waitFor()
    expect((await computer.latest()).source).toMatchObject({ capture: { processing: { noiseSuppression: true } } })
  })

  it.each([
    ['speech', SPEECH],
    ['too-quiet', FAINT]
  ])('says that a take is no good, and why: %s', async (code, hears) => {
    const page = await paired({ hears })
    await record(page)
    expect(await verdictOf(page)).toBe(code)
    await page.getByRole('button', { name: 'Record again' }).waitFor()
    await page.getByRole('button', { name: 'Send anyway' }).waitFor()
  })

  it.each([
    ['denied', 'The microphone is not allowed', { hears: HEART, permission: 'denied' }],
    ['none', 'No microphone was found', {}]
  ] as const)('says that the microphone is blocked (%s), and takes a file instead', async (block, said, options) => {
    const page = await paired(options)
    await screen(page, 'place')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await screen(page, 'blocked')
    await page.getByRole('heading', { name: said }).waitFor()
    expect((await computer.pairing()).visitors[0]).toMatchObject({ stage: 'microphone-blocked', block })
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Analyse a file' }).click()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await freshFile())
    await page.waitForSelector('[data-outcome]')
    expect((await computer.latest()).source).toMatchObject({ kind: 'phone', capture: { way: 'file' } })
  })

  it.each([
    [
      'hidden',
      () => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      },
      'the screen was locked'
    ],
    [
      'device-lost',
      () => {
        ;(window as unknown as { track: MediaStreamTrack }).track.dispatchEvent(new Event('ended'))
      },
      'microphone changed'
    ],
    [
      'muted',
      () => {
        const { track } = window as unknown as { track: MediaStreamTrack }
        Object.defineProperty(track, 'muted', { value: true })
        track.dispatchEvent(new Event('mute'))
      },
      'was muted'
    ]
  ])('ends a take cleanly and keeps what is good: %s', async (_end, happen, said) => {
    phone = await openPhone({ hears: HEART })
    const { page } = phone
    await phone.context.addInitScript(() => {
      const { mediaDevices } = navigator
      const ask = mediaDevices.getUserMedia.bind(mediaDevices)
      mediaDevices.getUserMedia = async (wishes) => {
        const stream = await ask(wishes)
        Object.assign(window, { track: stream.getAudioTracks()[0] })
        return stream
      }
    })
    await page.goto(await computer.link())
    await computer.confirm()
    await record(page, 30)
    await page.waitForFunction(() => document.querySelector('.record-text strong')?.textContent === '23')
    await page.evaluate(happen)
    await page.getByText(said).waitFor()
    expect(await verdictOf(page)).toBe('good')
  })

  it('keeps what was recorded when the page dies before it is sent', async () => {
    const page = await paired({ hears: HEART })
    await record(page)
    await verdictOf(page)
    await page.getByRole('button', { name: 'recording on this phone' }).waitFor()
    await page.close()
    const again = await phone.context.newPage()
    await again.goto(computer.phoneAddress())
    await screen(again, 'place')
    await again.getByRole('button', { name: '1 recording on this phone' }).click()
    const [file] = await Promise.all([
      again.waitForEvent('download'),
      again.getByRole('button', { name: 'Download' }).click()
    ])
    const bytes = await readFile(await file.path())
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF')
    await again.getByRole('button', { name: 'Send' }).click()
    await again.waitForSelector('[data-outcome]')
  })

  it('says what can be the matter when the computer does not answer, and records all the same', async () => {
    const page = await paired({ hears: HEART })
    await screen(page, 'place')
    await phone.context.route('**/api/**', (route) => route.abort())
    await page.reload()
    await screen(page, 'unreachable')
    await page.getByText('A guest network keeps them apart').waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Record all the same' }).click()
    await record(page)
    expect(await verdictOf(page)).toBe('good')
    await page.getByRole('button', { name: 'Keep' }).click()
    await screen(page, 'kept')
    await page.getByText('Waiting to be sent').waitFor()
    expect(await faults(page)).toEqual([])
    const before = (await computer.recordings()).length
    await phone.context.unrouteAll()
    await page.getByText('Everything you sent has arrived').waitFor()
    expect((await computer.recordings()).length).toBe(before + 1)
  })

  it('says what still waits under the computer’s former address', async () => {
    const page = await paired()
    await screen(page, 'place')
    const former = new URL(computer.phoneAddress())
    former.port = '9'
    // What the page itself leaves behind when takes wait.
    await page.evaluate((origin) => {
      // biome-ignore lint/suspicious/noDocumentCookie: as the page does it
      document.cookie = `ops-fusion-waiting=${encodeURIComponent(`${origin} 2`)}; path=/; SameSite=Strict`
    }, former.origin)
    await page.reload()
    await page
      .getByText(`2 recordings are still waiting under the computer’s former address, ${former.origin}`)
      .waitFor()
    await page.getByRole('link', { name: 'Open that address' }).waitFor()
  })

  it('goes on where it stopped when the page dies in the middle of sending, at any place', async () => {
    const page = await paired()
    await screen(page, 'place')
    let current = page
    for (const parts of [0, 1, 2]) {
      const before = (await computer.recordings()).length
      const path = await freshFile()
      let sent = 0
      let reached: () => void = () => {}
      const there = new Promise<void>((resolve) => {
        reached = resolve
      })
      await phone.context.route('**/api/uploads/*', async (route) => {
        if (route.request().method() !== 'PATCH') return route.continue()
        if (sent++ < parts) return route.continue()
        reached()
      })
      await current.getByRole('button', { name: 'Analyse a file' }).click()
      await current.locator('input[type=file]').first().setInputFiles(path)
      await there
      await current.close()
      await phone.context.unrouteAll({ behavior: 'ignoreErrors' })
      const offsets: number[] = []
      current = await phone.context.newPage()
      current.on('request', (request) => {
        if (request.method() === 'PATCH') offsets.push(Number(request.headers()['x-offset']))
      })
      await current.goto(computer.phoneAddress())
      await current.locator('.badge').waitFor({ state: 'hidden' })
      // The part that was on its way when the page died may have arrived or not.
      expect([parts, parts + 1]).toContain((offsets[0] ?? 0) / PART_LENGTH)
      const recordings = await computer.recordings()
      expect(recordings.length).toBe(before + 1)
      expect(recordings[0]?.sha256).toBe(
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      )
      await screen(current, 'place')
    }
  })

  it('waits while the network is away, and sends by itself when it is back', async () => {
    const page = await paired()
    await screen(page, 'place')
    const before = (await computer.recordings()).length
    await phone.context.setOffline(true)
    await page.getByRole('button', { name: 'Analyse a file' }).click()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await freshFile())
    await page.getByText('It goes on by itself').waitFor()
    await phone.context.setOffline(false)
    await page.waitForSelector('[data-outcome]')
    expect((await computer.recordings()).length).toBe(before + 1)
  })
})
