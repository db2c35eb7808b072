import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeWav } from '../../src/core/wav'
import { decode } from '../../src/main/decode/decode'
import { ROOT } from './built'
import { faults, pick, screen } from './phone/page-steps'
import { setUpPhones } from './phone/set-up'

const tests = setUpPhones()
const FIXTURES = join(ROOT, 'tests/fixtures')
/** The same heart in everything that phones and recorders write. */
const HEART = join(FIXTURES, 'golden/b0052.flac')
const COPIES = ['48k.flac', 'm4a', 'mp3', 'webm'].map((kind) => join(FIXTURES, `copies/b0052.${kind}`))
const PHONE_KINDS = ['ogg', 'opus', 'aac', 'mov', 'mp4', 'mka'].map((kind) => join(FIXTURES, `phone/b0052.${kind}`))
const WAVS = ['16-bit.wav', '32-bit.wav'].map((name) => join(tests.folder, name))
const ALL = [HEART, ...COPIES, ...PHONE_KINDS, ...WAVS]

beforeAll(async () => {
  const { pcg } = await decode(await readFile(HEART), { targetRate: 2000 })
  await writeFile(WAVS[0]!, encodeWav(pcg, { bitDepth: 16 }))
  await writeFile(WAVS[1]!, encodeWav(pcg, { bitDepth: 32 }))
})

async function answerTo(page: Page, path: string): Promise<string> {
  await screen(page, 'place')
  await page.getByRole('button', { name: 'Analyse a file' }).click()
  return pickAgain(page, path)
}

async function pickAgain(page: Page, path: string): Promise<string> {
  await pick(page, path)
  const outcome = await page.waitForSelector('[data-outcome]')
  const found = (await outcome.getAttribute('data-outcome')) ?? ''
  await page.getByRole('button', { name: 'Record another' }).click()
  return found
}

describe('a file that was picked on the phone', () => {
  it('is sent and answered, whatever kind of sound it is', async () => {
    const page = await tests.pair()
    for (const path of ALL) {
      const outcome = await answerTo(page, path)
      const { name, state, source } = await tests.computer.latest()
      expect({ name, state, source }).toMatchObject({
        name: basename(path),
        state: { status: 'analysed', analysis: { answer: { outcome } } },
        source: { kind: 'phone', capture: { way: 'file' } }
      })
    }
    expect(tests.phone.problems()).toEqual([])
  })

  it('is answered by the phone alone where that is wanted, and the answer is the computer’s', async () => {
    const page = await tests.pair()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/uploads')) sent.push(request.url())
    })
    const { state } = (await tests.computer.recordings()).find(({ name }) => name === 'b0052.flac')!
    const outcomes: Record<string, string> = {}
    for (const path of ALL) {
      await screen(page, 'place')
      await page.getByRole('button', { name: 'Analyse a file' }).click()
      await page.getByRole('checkbox', { name: 'On this phone only' }).check()
      outcomes[basename(path)] = await pickAgain(page, path)
    }
    const wanted = state.status === 'analysed' ? state.analysis.answer.outcome : ''
    expect(outcomes).toEqual(Object.fromEntries(ALL.map((path) => [basename(path), wanted])))
    expect(sent).toEqual([])
    expect(tests.phone.problems()).toEqual([])
  })

  it('that is no sound, or none that this phone can read, is said to be so in the computer’s own words', async () => {
    const page = await tests.pair()
    const cases: [string, Buffer, string][] = [
      ['letter.wav', Buffer.from('To whom it may concern'), 'is not supported'],
      ['short.wav', await readFile(join(FIXTURES, 'audio/u8-8k.wav')), 'too short'],
      ['adpcm.wav', await readFile(join(FIXTURES, 'audio/adpcm-ima.wav')), 'IMA ADPCM'],
      ['cut.flac', (await readFile(HEART)).subarray(0, 20), 'damaged']
    ]
    for (const [name, bytes, said] of cases) {
      const path = join(tests.folder, name)
      await writeFile(path, bytes)
      await screen(page, 'place')
      await page.getByRole('button', { name: 'Analyse a file' }).click()
      await page.getByRole('checkbox', { name: 'On this phone only' }).check()
      await pick(page, path)
      await page.locator('.notice.warn').getByText(said).first().waitFor()
      await page.getByRole('button', { name: 'Record another' }).click()
    }
    await page.getByRole('button', { name: 'Analyse a file' }).click()
    expect(await faults(page)).toEqual([])
    await writeFile(join(tests.folder, 'empty.wav'), '')
    await pick(page, join(tests.folder, 'empty.wav'))
    await page.getByText('This file is empty.').waitFor()
  })

  it('is answered by the phone alone also while the computer is away, once the network is there', async () => {
    const page = await tests.pair()
    const alone = async () => {
      await page.getByRole('button', { name: 'Analyse a file' }).click()
      await page.getByRole('checkbox', { name: 'On this phone only' }).check()
      return pickAgain(page, HEART)
    }
    await screen(page, 'place')
    const there = await alone()
    await tests.phone.context.route('**/*', (route) => route.abort())
    expect(await alone()).toBe(there)
  })
})
