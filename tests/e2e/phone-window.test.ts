import { randomUUID, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { HandOverState } from '../../src/contracts/hand-over'
import { PHONE_PATHS } from '../../src/contracts/phone-api'
import { SHARE_WAYS, shareLink } from '../../src/contracts/share-links'
import { PhoneClient } from '../phone-client'
import { openBrowserDoor } from './browser-door'
import { ROOT } from './built'
import type { Door } from './door'
import { DOORS } from './doors'
import { allDone, goTo, library, words } from './steps'

const [SAMPLE, OTHER, THIRD] = ['a0056', 'b0047', 'd0003'].map((name) =>
  join(ROOT, `resources/samples/${name}.flac`)
) as [string, string, string]

describe.each(DOORS)('a phone is paired and sends, seen through the $name door', ({ open }) => {
  let door: Door
  let phone: PhoneClient
  const sent = randomUUID()
  const button = (name: string) => door.page.getByRole('button', { name, exact: true })
  const barriers = async () => {
    const before = door.problems().length
    const { violations } = await new AxeBuilder({ page: door.page }).setLegacyMode(true).analyze()
    // It measures with a style attribute of its own, which the page's policy refuses: not the page's fault.
    door.problems().splice(before)
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }
  const toPhones = () => door.page.getByRole('navigation').getByRole('link', { name: words.frame.views.phone }).click()

  beforeAll(async () => {
    door = await open()
  })
  afterAll(async () => {
    phone?.close()
    await door?.close()
  })
  afterEach(() => expect(door.problems()).toEqual([]))

  it('shows a code, and every address it leads to', async () => {
    await toPhones()
    await door.page.getByText(words.phone.lead).waitFor()
    expect(await barriers()).toEqual([])
    await button(words.phone.open).click()
    const link = door.page.getByRole('textbox', { name: words.phone.link })
    const url = await link.inputValue()
    expect(url).toMatch(/^https:\/\/[\d.]+:\d+\/#[\w-]{43}$/)
    await door.page.getByRole('img', { name: words.phone.qrLabel(url) }).waitFor()
    expect(await door.page.getByRole('radio', { checked: true }).textContent()).toContain(new URL(url).hostname)
    const { share } = words.phone
    for (const way of SHARE_WAYS) {
      const shared = door.page.getByRole('link', { name: share.ways[way] })
      expect(await shared.getAttribute('href')).toBe(shareLink(way, url, share))
    }
    await button(words.phone.copy).click()
    await door.page.getByText(words.phone.copied).waitFor()
    expect(await barriers()).toEqual([])
    phone = new PhoneClient(url)
  })

  it('shows the words of the phone that scanned it, and pairs it on a yes', async () => {
    await phone.pair('Chrome on Android')
    const asked = door.page.getByRole('alert')
    await asked.getByText(phone.words.join(' ')).waitFor()
    expect(await barriers()).toEqual([])
    await button(words.phone.waiting.yes).click()
    await door.page.getByText(words.phone.noCode).waitFor()
    await button(words.phone.phones.remove).waitFor()
    await asked.waitFor({ state: 'detached' })
  })

  it('shows what the phone sends at once where nobody is busy: on the empty start', async () => {
    await goTo(door, 'analyse')
    await door.page.getByRole('heading', { level: 1, name: words.start.title }).waitFor()
    await phone.upload(randomUUID(), await readFile(OTHER), { name: 'Idle.wav' })
    await door.page.getByRole('heading', { level: 1, name: 'Idle.wav' }).waitFor()
  })

  it('takes the page from nobody who reads or fills something in: what comes is told, counted, and opened on a wish', async () => {
    const { page } = door
    await goTo(door, 'analyse')
    await button(words.frame.simulator).click()
    await phone.upload(randomUUID(), await readFile(THIRD), { name: 'Busy.wav' })
    await page.getByText(words.frame.arrived('Busy.wav')).waitFor()
    await page.getByRole('dialog', { name: words.simulator.title }).waitFor()
    await page.keyboard.press('Escape')
    await toPhones()
    await page.getByRole('heading', { level: 1, name: words.phone.title }).waitFor()
    await phone.upload(sent, await readFile(SAMPLE), { name: 'Mitral.wav', note: 'second try' })
    const told = page.getByText(words.frame.arrived('Mitral.wav'))
    await told.waitFor()
    await page.getByRole('heading', { level: 1, name: words.phone.title }).waitFor()
    await page.getByRole('link', { name: `${words.frame.views.library} 2 ${words.frame.arrivedCount}` }).waitFor()
    expect(await barriers()).toEqual([])
    await told.locator('..').getByRole('button', { name: words.frame.open }).click()
    await page.getByRole('heading', { level: 1, name: 'Mitral.wav' }).waitFor()
    await page.getByRole('link', { name: `${words.frame.views.library} 1 ${words.frame.arrivedCount}` }).waitFor()
    await goTo(door, 'library')
    await page.getByRole('link', { name: words.frame.views.library, exact: true }).waitFor()
  })

  it('shows its chain of capture, and answers the phone too', async () => {
    await door.page.getByRole('link', { name: words.library.open('Mitral.wav') }).click()
    await door.page.getByRole('heading', { level: 1, name: 'Mitral.wav' }).waitFor()
    const recording = (await allDone(door.page, 3)).find(({ name }) => name === 'Mitral.wav')
    const card = door.page.locator('section', { hasText: words.phone.capture.title })
    if (recording?.state.status !== 'analysed') throw new Error('it was not analysed')
    const { signalToNoiseDb, analysis } = recording.state
    expect(signalToNoiseDb).toBeGreaterThan(0)
    const { capture } = words.phone
    for (const shown of [
      'Chrome 142, Android 16',
      'pcm16',
      '48\u00a0kHz',
      'noise suppression off',
      'automatic gain not told',
      words.numbers.percent(analysis.quality.clippedFraction, 1),
      capture.above(words.numbers.decibels(signalToNoiseDb ?? 0)),
      'second try'
    ])
      await card.getByText(shown).first().waitFor()
    const told = await phone.ask(sent)
    expect(told.reply).toMatchObject({ ok: true, value: { result: recording?.state } })
    expect(await library(door.page)).toHaveLength(3)
  })

  it('offers a certificate to trust for good, with its fingerprint and every step, and takes it back', async () => {
    await toPhones()
    const { trust } = words.phone
    const wish = door.page.getByRole('switch', { name: trust.label })
    await wish.click()
    for (const said of [trust.limit, trust.steps.ios[2], trust.steps.android[1]]) {
      await door.page.getByText(said ?? '').waitFor()
    }
    const fingerprint = await door.page
      .getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
      .first()
      .textContent()
    const answer = await phone.send({ method: 'GET', path: PHONE_PATHS.authority })
    expect(answer.status).toBe(200)
    expect(new X509Certificate(answer.body).fingerprint256).toBe(fingerprint)
    expect(await barriers()).toEqual([])
    await wish.click()
    await door.page.getByText(trust.limit).waitFor({ state: 'detached' })
    expect((await phone.send({ method: 'GET', path: PHONE_PATHS.authority })).status).toBe(400)
  })

  it('renames it, removes it, and refuses it from then on', async () => {
    await toPhones()
    await button(words.phone.phones.rename).click()
    await door.page.getByLabel(words.phone.phones.renameLabel).fill('Blue phone')
    await button(words.library.save).click()
    await door.page.getByText('Blue phone').first().waitFor()
    await button(words.phone.phones.remove).click()
    await door.page.getByText(words.phone.phones.none).waitFor()
    const { reply } = await phone.upload(randomUUID(), Buffer.from('RIFF'))
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-paired' } })
  })

  it('offers the page without encryption only when told to, and closes everything at the end', async () => {
    await door.page.getByRole('switch', { name: words.phone.plain.label }).click()
    await button(words.phone.newCode).click()
    await door.page.getByRole('radio', { name: words.phone.page.plain }).click()
    const link = door.page.getByRole('textbox', { name: words.phone.link })
    await expect.poll(() => link.inputValue()).toMatch(/^http:/)
    const plain = new PhoneClient(await link.inputValue())
    await plain.hello()
    await button(words.phone.stop).click()
    await door.page.getByText(words.phone.offNote).waitFor()
    await expect(plain.hello()).rejects.toThrow()
    plain.close()
  })
})

it('asks before it lets phones through Windows’ firewall, and does nothing without a yes', async () => {
  const door = await openBrowserDoor()
  try {
    // This machine has no such firewall: the host's answer says that it has, and what is asked of it stops here.
    await door.page.route('**/api/phone.state', async (route) => {
      const answer = await route.fetch()
      const { value, ...rest } = (await answer.json()) as { ok: true; value: HandOverState }
      const hints: HandOverState['hints'] = [{ code: 'firewall-windows', values: { port: 4790 } }]
      await route.fulfill({ response: answer, json: { ...rest, value: { ...value, hints } } })
    })
    let asked = 0
    await door.page.route('**/api/phone.openFirewall', async (route) => {
      asked++
      await route.fulfill({ json: { ok: true, value: true } })
    })
    await door.page.evaluate(() => fetch('/api/phone.open', { method: 'POST' }))
    await door.page.reload()
    await goTo(door, 'phone')
    const { firewall } = words.phone
    const button = (name: string) => door.page.getByRole('button', { name, exact: true })
    await button(firewall.offer).click()
    await door.page.getByText(firewall.question).waitFor()
    await button(firewall.no).click()
    expect(asked).toBe(0)
    await button(firewall.offer).click()
    await button(firewall.yes).click()
    await door.page.getByText(firewall.added).waitFor()
    expect(asked).toBe(1)
  } finally {
    await door.close()
  }
})
