import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Recording } from '../../src/contracts/recording'
import { buildPage } from './phone/built-page'
import { type Computer, openComputer } from './phone/computer'
import { writeHeart, writeSpeech } from './phone/heart-wav'
import { openPhone, type Phone, type PhoneOptions } from './phone/phone'

const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-hearts-'))
/** What the page sends at a time. */
const PART_LENGTH = 256 * 1024
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

/** A file that the library does not have yet: the same bytes twice are one recording. */
async function freshFile(): Promise<string> {
  const path = join(folder, `${++files}.wav`)
  await writeHeart(path, 'a0056.flac', (value) => value * (1 - files / 50))
  return path
}
let files = 0

const screen = (page: Page, name: string) => page.waitForSelector(`body[data-screen=${name}]`)

/** A phone whose link was scanned and whose words were confirmed. */
async function paired(options: PhoneOptions = {}): Promise<Page> {
  phone = await openPhone(options)
  const { page } = phone
  await page.goto(await computer.link())
  await screen(page, 'words')
  const shown = await page.locator('.pair-words strong').allTextContents()
  expect(await computer.confirm()).toEqual(shown)
  return page
}

/** One tap, and the take until it ends by itself or by `stop`. */
async function record(page: Page, seconds = 5): Promise<void> {
  await screen(page, 'place')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Length').selectOption(String(seconds))
  await page.getByRole('button', { name: 'Record', exact: true }).click()
}

async function verdictOf(page: Page): Promise<string | null> {
  return (await page.waitForSelector('[data-verdict]')).getAttribute('data-verdict')
}

async function latest(): Promise<Recording> {
  return (await computer.recordings())[0]!
}

/** Serious faults that axe finds on what is shown now, and what does not fit or is too small to read. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  const layout = await page.evaluate(() => {
    const wrong: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`wider than the screen: ${innerWidth}`)
    for (const element of document.querySelectorAll<HTMLElement>('p, li, button, label, summary, select, h1, small')) {
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (element.checkVisibility() && size < 16) wrong.push(`${size} px: ${element.textContent}`)
    }
    const last = document.querySelector('footer')?.getBoundingClientRect()
    if (last && last.bottom > innerHeight + 1) wrong.push('the next step lies below the screen')
    return wrong
  })
  return [...found, ...layout]
}

describe('the phone page', () => {
  it('brings a heart from the scanned link to the answer on both screens', async () => {
    const page = await paired({ hears: HEART })
    await screen(page, 'place')
    expect(page.url()).not.toContain('#')
    const shown: Record<string, string[]> = { place: await faults(page) }

    await record(page, 10)
    await page.getByText(/^Beat heard/).waitFor()
    shown['recording'] = await faults(page)
    await screen(page, 'review')
    const stoppedAt = Date.now()
    expect(await verdictOf(page)).toBe('good')
    expect(Date.now() - stoppedAt).toBeLessThan(1000)
    shown['review'] = await faults(page)
    expect(await page.getByText('Unfiltered sound').count()).toBe(1)

    await page.getByRole('button', { name: 'Send' }).click()
    const outcome = await (await page.waitForSelector('[data-outcome]')).getAttribute('data-outcome')
    shown['answer'] = await faults(page)
    const { state, source, sha256 } = await latest()
    expect(state).toMatchObject({ status: 'analysed', analysis: { answer: { outcome } } })
    expect(source).toMatchObject({
      kind: 'phone',
      site: 'MV',
      capture: {
        way: 'worklet',
        codec: 'pcm16',
        ended: 'time',
        sampleRate: 44_100,
        processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
      }
    })
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(shown).toEqual({ place: [], recording: [], review: [], answer: [] })
    expect(phone.problems()).toEqual([])
    expect(await page.locator('.badge').isHidden()).toBe(true)
  })

  it('is ready within a second, and small', async () => {
    const page = await paired()
    await screen(page, 'place')
    await page.reload()
    await screen(page, 'place')
    const readyMs = await page.evaluate(() => performance.now())
    expect(readyMs).toBeLessThan(1500)
    const bytes = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => (entry as PerformanceResourceTiming).name)
    )
    expect(bytes.some((name) => /wasm|onnx/.test(name))).toBe(false)
  })

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
    expect((await latest()).source).toMatchObject({ capture: { processing: { noiseSuppression: true } } })
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
    expect((await latest()).source).toMatchObject({ kind: 'phone', capture: { way: 'file' } })
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

  it('offers the best of three takes', async () => {
    const page = await paired({ hears: HEART })
    await screen(page, 'place')
    for (const [next, isStopped] of [
      ['Next', true],
      ['Record again', false],
      ['Record again', true]
    ] as const) {
      await page.getByRole('button', { name: next }).click()
      await screen(page, 'record')
      await page.getByLabel('Length').selectOption('5')
      await page.getByRole('button', { name: 'Record', exact: true }).click()
      if (isStopped) {
        await page.waitForFunction(() => document.querySelector('.record-text strong')?.textContent === '3')
        await page.getByRole('button', { name: 'Stop' }).click()
      }
      await screen(page, 'review')
      await verdictOf(page)
    }
    await page.getByRole('radio', { name: 'Take 2 best' }).waitFor()
    expect(await page.getByRole('radio', { name: 'Take 2 best' }).isChecked()).toBe(true)
    expect(await faults(page)).toEqual([])
    expect(await page.getByRole('button', { name: 'Record again' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForSelector('[data-outcome]')
    await page.locator('.badge').waitFor({ state: 'hidden' })
  })

  it('goes on where it stopped when the page dies in the middle of sending, at any place', async () => {
    const page = await paired()
    await screen(page, 'place')
    let current = page
    for (const parts of [0, 1, 3, 5]) {
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

  it('opens behind the browser’s own certificate warning, and records there', async () => {
    phone = await openPhone({ hears: HEART, trusts: false })
    const { page } = phone
    await page.goto(await computer.link()).catch(() => {})
    await page.locator('#details-button').click()
    await page.locator('#proceed-link').click()
    await screen(page, 'words')
    await computer.confirm()
    await record(page)
    expect(await verdictOf(page)).toBe('good')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForSelector('[data-outcome]')
  })

  it('takes files only over plain HTTP, and says why', async () => {
    await computer.call('phone.setPlain', { isOn: true })
    phone = await openPhone()
    const { page } = phone
    await page.goto(await computer.link('plainLink'))
    await screen(page, 'words')
    await computer.confirm()
    await screen(page, 'file')
    await page.getByText('This address is not encrypted').waitFor()
    expect(await faults(page)).toEqual([])
    const before = (await computer.recordings()).length
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await freshFile())
    await page.getByText('The answer is shown on the computer.').waitFor()
    expect((await computer.recordings()).length).toBe(before + 1)
    expect(await page.locator('[data-outcome]').count()).toBe(0)
    await computer.call('phone.setPlain', { isOn: false })
  })

  it('works the same answer out by itself when asked to, and sends nothing', async () => {
    const page = await paired({ hears: HEART })
    await record(page, 10)
    expect(await verdictOf(page)).toBe('good')
    const before = (await computer.recordings()).length
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await page.getByText('Download, or analyse here').click()
    await page.getByRole('button', { name: 'Analyse on this phone only' }).click()
    const outcome = await (await page.waitForSelector('[data-outcome]')).getAttribute('data-outcome')
    await page.getByText('Worked out on this phone').waitFor()
    expect(sent).toEqual([])
    expect((await computer.recordings()).length).toBe(before)
    expect(phone.problems()).toEqual([])
    await page.getByRole('button', { name: 'On this phone' }).or(page.locator('.badge')).first().click()
    await page.getByRole('button', { name: 'Send' }).click()
    expect(await (await page.waitForSelector('[data-outcome]')).getAttribute('data-outcome')).toBe(outcome)
  })

  it.each(['light', 'dark'] as const)('fits a phone of 320 pixels, %s', async (scheme) => {
    phone = await openPhone({ hears: HEART, scheme, viewport: { width: 320, height: 568 } })
    const { page } = phone
    await page.goto(computer.phoneAddress())
    await screen(page, 'unpaired')
    const shown = [await faults(page)]
    await page.goto('about:blank')
    await page.goto(await computer.link())
    await screen(page, 'words')
    shown.push(await faults(page))
    await computer.confirm()
    await screen(page, 'place')
    shown.push(await faults(page))
    await record(page)
    shown.push(await faults(page))
    await verdictOf(page)
    shown.push(await faults(page))
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForSelector('[data-outcome]')
    shown.push(await faults(page))
    expect(shown.flat()).toEqual([])
  })
})
