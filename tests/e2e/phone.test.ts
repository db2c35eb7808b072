import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ROOT } from './built'
import { inRealTime } from './phone/in-real-time'
import { faults, pick, record, screen, verdictOf } from './phone/page-steps'
import { setUpPhones } from './phone/set-up'

const tests = setUpPhones()
const { hears } = tests

describe('the phone page', () => {
  it('brings a heart from the scanned link to the answer on both screens', inRealTime, async () => {
    const page = await tests.pair({ hears: hears.heart })
    await screen(page, 'place')
    expect(page.url()).not.toContain('#')
    const shown: Record<string, string[]> = { place: await faults(page) }

    await record(page, 10)
    await page.getByText(/^Beat heard/).waitFor()
    shown['recording'] = await faults(page)
    await screen(page, 'review')
    expect(await verdictOf(page)).toBe('good')
    shown['review'] = await faults(page)
    expect(await page.getByText('Unfiltered sound').count()).toBe(1)

    await page.getByRole('button', { name: 'Send' }).click()
    const outcome = await (await page.waitForSelector('[data-outcome]')).getAttribute('data-outcome')
    shown['answer'] = await faults(page)
    const { state, source, sha256 } = await tests.computer.latest()
    expect(state).toMatchObject({ status: 'analysed', analysis: { answer: { outcome } } })
    expect(source).toMatchObject({
      kind: 'phone',
      site: null,
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
    expect(tests.phone.problems()).toEqual([])
    expect(await page.locator('.badge').isHidden()).toBe(true)
  })

  it('is at most 60 kB before the network, which nobody fetches unasked', async () => {
    const page = await tests.pair()
    await screen(page, 'place')
    const paths = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => !path.startsWith('/api/'))
    )
    expect(paths.length).toBeGreaterThanOrEqual(2)
    const sizes = ['/index.html', ...paths].map((path) => gzipSync(readFileSync(join(ROOT, 'out/recorder-web', path))))
    expect(sizes.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(60_000)
  })

  it('offers the best of three takes', inRealTime, async () => {
    const page = await tests.pair({ hears: hears.heart })
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
    await page.getByRole('button', { name: 'Record again' }).waitFor()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForSelector('[data-outcome]')
    await page.locator('.badge').waitFor({ state: 'hidden' })
  })

  it('opens behind the browser’s own certificate warning, and records there', inRealTime, async () => {
    const page = await tests.open({ hears: hears.heart, trusts: false })
    await page.goto(await tests.computer.link()).catch(() => {})
    await page.locator('#details-button').click()
    await page.locator('#proceed-link').click()
    await screen(page, 'words')
    await tests.computer.confirm()
    await record(page)
    expect(await verdictOf(page)).toBe('good')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForSelector('[data-outcome]')
  })

  it('takes files only over plain HTTP, and says why', async () => {
    await tests.computer.call('phone.setPlain', { isOn: true })
    const page = await tests.open()
    await page.goto(await tests.computer.link('plainLink'))
    await screen(page, 'words')
    await tests.computer.confirm()
    await screen(page, 'file')
    await page.getByText('This address is not encrypted').waitFor()
    const hints = async () => (await tests.computer.pairing()).hints.map(({ code }) => code)
    await expect.poll(hints).toContain('microphone-insecure')
    expect(await faults(page)).toEqual([])
    const before = (await tests.computer.recordings()).length
    await pick(page, await tests.freshFile())
    await page.getByText('The answer is shown on the computer.').waitFor()
    expect((await tests.computer.recordings()).length).toBe(before + 1)
    expect(await page.locator('[data-outcome]').count()).toBe(0)
    await tests.computer.call('phone.setPlain', { isOn: false })
  })

  it('shows the way to a page without the warning where the computer offers it', async () => {
    await tests.computer.call('phone.setTrust', { isOn: true })
    const page = await tests.pair()
    await screen(page, 'place')
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Trust this computer' }).click()
    await screen(page, 'trust')
    expect(await faults(page)).toEqual([])
    // This browser is neither of the two: it is shown both.
    await page.getByRole('link', { name: 'Download the profile' }).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the certificate' }).click()
    ])
    const { authority } = await tests.computer.pairing()
    expect(new X509Certificate(await readFile(await file.path())).fingerprint256).toBe(authority)
    await page.getByRole('button', { name: 'Back' }).click()
    await screen(page, 'place')
    await tests.computer.call('phone.setTrust', { isOn: false })
  })

  it('works the same answer out by itself when asked to, and sends nothing', inRealTime, async () => {
    const page = await tests.pair({ hears: hears.heart })
    await record(page, 10)
    expect(await verdictOf(page)).toBe('good')
    const before = (await tests.computer.recordings()).length
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await page.getByText('Download, or analyse here').click()
    await page.getByRole('button', { name: 'Analyse on this phone only' }).click()
    const outcome = await (await page.waitForSelector('[data-outcome]')).getAttribute('data-outcome')
    await page.getByText('Worked out on this phone').waitFor()
    expect(sent).toEqual([])
    expect((await tests.computer.recordings()).length).toBe(before)
    expect(tests.phone.problems()).toEqual([])
    await page.getByRole('button', { name: 'On this phone' }).or(page.locator('.badge')).first().click()
    await page.getByRole('button', { name: 'Send' }).click()
    expect(await (await page.waitForSelector('[data-outcome]')).getAttribute('data-outcome')).toBe(outcome)
  })

  it.each(['light', 'dark'] as const)('fits a phone of 320 pixels, %s', inRealTime, async (scheme) => {
    const page = await tests.open({ hears: hears.heart, scheme, viewport: { width: 320, height: 568 } })
    await page.goto(tests.computer.phoneAddress())
    await screen(page, 'unpaired')
    const shown = [await faults(page)]
    await page.goto('about:blank')
    await page.goto(await tests.computer.link())
    await screen(page, 'words')
    shown.push(await faults(page))
    await tests.computer.confirm()
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
