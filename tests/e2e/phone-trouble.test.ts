import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inRealTime } from './phone/in-real-time'
import { faults, pick, record, screen, verdictOf } from './phone/page-steps'
import type { PhoneOptions } from './phone/phone'
import { setUpPhones } from './phone/set-up'
import {
  filtersStayOn,
  freeze,
  headset,
  heldByAnother,
  hide,
  holdSound,
  interrupt,
  loseDevice,
  mute,
  noMediaDevices,
  noWorklet,
  sleep,
  telephoneRate,
  wakeLate
} from './phone/spoilers'
import { words } from './steps'

/** What the page sends at a time. */
const PART_LENGTH = 1024 * 1024
const tests = setUpPhones()
const { hears } = tests

describe('the phone page in trouble', () => {
  it('says before anything is recorded that the computer has no room', async () => {
    const page = await tests.pair({
      hears: hears.heart,
      prepare: (context) =>
        context.route('**/api/hello', async (route) => {
          const response = await route.fetch()
          const reply = await response.json()
          await route.fulfill({ response, json: { ...reply, value: { ...reply.value, hasRoom: false } } })
        })
    })
    await page.getByText(words.recorder.noRoom.todo).waitFor()
    await page.getByRole('button', { name: words.recorder.place.pickFile }).click()
    await page.getByText(words.recorder.noRoom.todo).waitFor()
  })

  it('notices when the browser keeps its speech filters on', inRealTime, async () => {
    const page = await tests.pair({ hears: hears.heart, prepare: (context) => context.addInitScript(filtersStayOn) })
    await record(page)
    await page.getByText('The browser still filters this sound').waitFor()
    await verdictOf(page)
    expect(await page.locator('.facts .warning').textContent()).toContain('noise suppression')
    await page.getByRole('button', { name: /^Send/ }).click()
    await page.getByText(words.recorder.send.stored).or(page.locator('[data-outcome]')).first().waitFor()
    expect((await tests.computer.latest()).source).toMatchObject({
      capture: { processing: { noiseSuppression: true } }
    })
  })

  it(
    'records through the browser’s own encoder where there is no other way, and says so on both screens',
    inRealTime,
    async () => {
      const page = await tests.pair({ hears: hears.heart, prepare: (context) => context.addInitScript(noWorklet) })
      await record(page, 10)
      await page.getByText(/^Beat heard/).waitFor()
      await page.getByText('This browser gives only compressed sound').waitFor()
      expect(await verdictOf(page)).toBe('good')
      await page.locator('.facts').getByText('This browser gives only compressed sound').waitFor()
      await page.getByText('Download, or analyse here').click()
      await page.getByRole('button', { name: 'Download the file' }).waitFor()
      await page.getByRole('button', { name: 'Send' }).click()
      await page.waitForSelector('[data-outcome]')
      const { source, name, state } = await tests.computer.latest()
      expect(source).toMatchObject({ capture: { way: 'recorder', codec: expect.stringContaining('audio/webm') } })
      expect([name.endsWith('.webm'), state.status]).toEqual([true, 'analysed'])
      const { capture } = words.phone
      await (await tests.computer.showLatest()).getByText(capture.ways.recorder).waitFor()
    }
  )

  it.each([
    ['a headset', 'This is a headset (AirPods Pro)', headset],
    ['a telephone’s rate', 'The microphone runs at only 16', telephoneRate]
  ])('warns of %s while there is time to change it', inRealTime, async (_what, said, spoil) => {
    const page = await tests.pair({ hears: hears.heart, prepare: (context) => context.addInitScript(spoil) })
    await record(page)
    await page.locator('.warning').getByText(said).waitFor()
    await verdictOf(page)
    await page.locator('.facts').getByText(said).waitFor()
  })

  it.each([
    ['speech', hears.speech],
    ['too-quiet', hears.silence]
  ])('says that a take is no good, and why: %s', inRealTime, async (code, hears) => {
    const page = await tests.pair({ hears })
    await record(page)
    expect(await verdictOf(page)).toBe(code)
    await page.getByRole('button', { name: 'Record again' }).waitFor()
    await page.getByRole('button', { name: 'Send anyway' }).waitFor()
  })

  it.each([
    ['good', 'right', hears.heart],
    ['too-quiet', 'too-quiet', hears.silence],
    ['clipped', 'clipped', hears.overdriven]
  ] as const)('says of the level while it records what it says of the take: %s', async (code, level, hears) => {
    const page = await tests.pair({ hears })
    await record(page)
    const said = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const all = new Set<string>()
          const look = () => {
            const hint = document.querySelector('.hint')
            if (hint === null && all.size > 0) resolve([...all])
            else {
              if (hint?.textContent) all.add(hint.textContent)
              requestAnimationFrame(look)
            }
          }
          look()
        })
    )
    expect(await verdictOf(page)).toBe(code)
    const { record: sayings } = words.recorder
    expect(said.filter((hint) => hint !== sayings.starting)).toEqual([sayings.level(level)])
  })

  it.each([
    ['denied', 'The microphone is not allowed', { hears: hears.heart, permission: 'denied' }],
    ['none', 'No microphone was found', {}],
    ['in-use', 'The microphone is in use', { prepare: (context) => context.addInitScript(heldByAnother) }],
    ['unsupported', 'This browser cannot record', { prepare: (context) => context.addInitScript(noMediaDevices) }]
  ] satisfies [string, string, PhoneOptions][])(
    'says that the microphone is blocked (%s), and takes a file instead',
    async (block, said, options) => {
      const page = await tests.pair(options)
      await screen(page, 'place')
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByRole('button', { name: 'Record', exact: true }).click()
      await screen(page, 'blocked')
      await page.getByRole('heading', { name: said }).waitFor()
      const newest = async () => (await tests.computer.pairing()).visitors[0]
      await expect.poll(newest).toMatchObject({ stage: 'microphone-blocked', block })
      expect(await faults(page)).toEqual([])
      await page.getByRole('button', { name: 'Analyse a file' }).click()
      await pick(page, await tests.freshFile())
      await page.waitForSelector('[data-outcome]')
      expect((await tests.computer.latest()).source).toMatchObject({ kind: 'phone', capture: { way: 'file' } })
    }
  )

  it.each([
    ['the screen is locked', hide, 'the screen was locked', 'hidden'],
    ['the microphone goes', loseDevice, 'microphone changed', 'device-lost'],
    ['the microphone is muted', mute, 'was muted', 'muted'],
    ['a call comes', interrupt, 'something else took the sound', 'interrupted'],
    ['the sound stands still', freeze, 'something else took the sound', 'interrupted'],
    ['the page slept', sleep, 'something else took the sound', 'interrupted']
  ] as const)('ends a take cleanly and keeps what is good when %s', inRealTime, async (_what, happen, said, ended) => {
    const page = await tests.pair({ hears: hears.heart, prepare: (context) => context.addInitScript(holdSound) })
    await record(page, 30)
    await page.waitForFunction(() => document.querySelector('.record-text strong')?.textContent === '23')
    await page.evaluate(happen)
    await page.getByText(said).waitFor()
    expect(await verdictOf(page)).toBe('good')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForSelector('[data-outcome]')
    expect((await tests.computer.latest()).source).toMatchObject({ capture: { ended } })
  })

  it('waits for a microphone that wakes up late', inRealTime, async () => {
    const page = await tests.pair({ hears: hears.heart, prepare: (context) => context.addInitScript(wakeLate) })
    await record(page, 10)
    expect(await verdictOf(page)).toBe('good')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForSelector('[data-outcome]')
    expect((await tests.computer.latest()).source).toMatchObject({ capture: { ended: 'time' } })
  })

  it('keeps what was recorded when the page dies before it is sent', inRealTime, async () => {
    const page = await tests.pair({ hears: hears.heart })
    await record(page)
    await verdictOf(page)
    await page.getByRole('button', { name: 'recording on this phone' }).waitFor()
    await page.close()
    const again = await tests.phone.context.newPage()
    await again.goto(tests.computer.phoneAddress())
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

  it(
    'says what can be the matter when the computer does not answer, and records all the same',
    inRealTime,
    async () => {
      const page = await tests.pair({ hears: hears.heart })
      await screen(page, 'place')
      await tests.phone.context.route('**/api/**', (route) => route.abort())
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
      const before = (await tests.computer.recordings()).length
      await tests.phone.context.unrouteAll()
      await page.getByText('Everything you sent has arrived').waitFor()
      expect((await tests.computer.recordings()).length).toBe(before + 1)
    }
  )

  it('says what still waits under the computer’s former address', async () => {
    const page = await tests.pair()
    await screen(page, 'place')
    const former = new URL(tests.computer.phoneAddress())
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
    const page = await tests.pair()
    await screen(page, 'place')
    let current = page
    for (const parts of [0, 1, 2]) {
      const before = (await tests.computer.recordings()).length
      const path = await tests.freshFile()
      let sent = 0
      let reached: () => void = () => {}
      const there = new Promise<void>((resolve) => {
        reached = resolve
      })
      await tests.phone.context.route('**/api/uploads/*', async (route) => {
        if (route.request().method() !== 'PATCH') return route.continue()
        if (sent++ < parts) return route.continue()
        reached()
      })
      await current.getByRole('button', { name: 'Analyse a file' }).click()
      await pick(current, path)
      await there
      await current.close()
      await tests.phone.context.unrouteAll({ behavior: 'ignoreErrors' })
      const offsets: number[] = []
      current = await tests.phone.context.newPage()
      current.on('request', (request) => {
        if (request.method() === 'PATCH') offsets.push(Number(request.headers()['x-offset']))
      })
      await current.goto(tests.computer.phoneAddress())
      await current.locator('.badge').waitFor({ state: 'hidden' })
      // The part that was on its way when the page died may have arrived or not.
      expect([parts, parts + 1]).toContain((offsets[0] ?? (parts + 1) * PART_LENGTH) / PART_LENGTH)
      const recordings = await tests.computer.recordings()
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
    const page = await tests.pair()
    await screen(page, 'place')
    const before = (await tests.computer.recordings()).length
    await tests.phone.context.setOffline(true)
    await page.getByRole('button', { name: 'Analyse a file' }).click()
    await pick(page, await tests.freshFile())
    await page.getByText('It goes on by itself').waitFor()
    await tests.phone.context.setOffline(false)
    await page.waitForSelector('[data-outcome]')
    expect((await tests.computer.recordings()).length).toBe(before + 1)
  })
})
