import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { secretBytes } from '../../../src/contracts/phone-signing'
import { openPhoneHouse, type PhoneHouse } from '../../../tests/phone-house'
import { Desktop, DesktopError } from '../desktop/desktop'
import { type Pairing, pairingFrom } from '../pairing/pairing'
import { sendTake } from './send-take'
import type { Take } from './take'

/** As much as this desktop takes at a time: several parts to break between. */
const PART_LENGTH = 256 * 1024
/** To create, for each of three parts, and to finish. */
const REQUESTS = 5
const realFetch = globalThis.fetch

let house: PhoneHouse
let desktop: Desktop
let origin: string
let pairing: Pairing

/** Two and a half parts of noise that nobody has sent before. */
function takeOf(seed: number): Take {
  let state = seed + 1
  const bytes = Uint8Array.from({ length: 2.5 * PART_LENGTH }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 24
  })
  const id = `00000000-0000-4000-8000-${String(seed).padStart(12, '0')}`
  return {
    id,
    bytes: bytes.buffer,
    request: {
      name: `take ${seed}.wav`,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      capture: {
        way: 'worklet',
        browser: 'test',
        microphone: null,
        sampleRate: 48_000,
        processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: null },
        codec: 'pcm16',
        ended: 'time'
      },
      site: 'MV',
      posture: 'sitting',
      person: '',
      note: '',
      recordedAt: '2026-11-23T02:00:00.000Z'
    },
    isQueued: true,
    verdict: null,
    series: id,
    keptAt: '2026-11-23T02:00:00.000Z'
  }
}

/** The connection breaks at the given requests; before they leave, or after they arrived and before the answer does. */
function breakAt(requests: ReadonlySet<number>, arrives: boolean): void {
  let count = 0
  globalThis.fetch = async (...args) => {
    const isBroken = requests.has(count++)
    if (isBroken && !arrives) throw new TypeError('network error')
    const response = await realFetch(...args)
    if (isBroken) throw new TypeError('network error')
    return response
  }
}

async function sendUntilThere(take: Take): Promise<{ sha256: string | null; tries: number }> {
  for (let tries = 1; ; tries++) {
    try {
      const { sha256 } = await sendTake(desktop, pairing, take, PART_LENGTH, () => {})
      return { sha256, tries }
    } catch (error) {
      if (!(error instanceof DesktopError) || error.code !== 'unreachable' || tries > 50) throw error
    }
  }
}

beforeAll(async () => {
  house = await openPhoneHouse()
  await house.handOver.setPlain(true)
  const { plainLink } = house.handOver.view().addresses.find(({ host }) => host === '127.0.0.1')!
  const url = new URL(plainLink!.url)
  origin = url.origin
  desktop = new Desktop(origin)
  const found = await pairingFrom(secretBytes(url.hash)!)
  const { phoneId } = await desktop.pair(found, 'Chrome on Android')
  expect(house.handOver.view().waiting?.words).toEqual(found.words)
  await house.handOver.confirm(phoneId)
  pairing = { ...found, phoneId }
})
afterEach(() => {
  globalThis.fetch = realFetch
})
afterAll(() => house.close())

describe('sending a take', () => {
  it('stores every byte, and says so only then', async () => {
    const take = takeOf(1000)
    const fractions: number[] = []
    const upload = await sendTake(desktop, pairing, take, PART_LENGTH, (fraction) => fractions.push(fraction))
    expect(upload).toMatchObject({ state: 'stored', sha256: take.request.sha256 })
    expect(fractions).toEqual([0, 0.4, 0.8, 1, 1])
  })

  it('sends the same take again without making a second one', async () => {
    const before = house.library.list().length
    await sendTake(desktop, pairing, takeOf(1000), PART_LENGTH, () => {})
    expect(house.library.list().length).toBe(before)
  })

  it('brings 50 takes through a network that breaks at random, each once and whole', async () => {
    let state = 7
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state % below
    }
    const before = house.library.list().length
    for (let seed = 0; seed < 50; seed++) {
      const take = takeOf(seed)
      breakAt(new Set([random(REQUESTS), REQUESTS + random(REQUESTS)]), random(2) === 0)
      const { sha256, tries } = await sendUntilThere(take)
      expect(sha256).toBe(take.request.sha256)
      expect(tries).toBeGreaterThan(1)
    }
    expect(house.library.list().length).toBe(before + 50)
  }, 60_000)

  it('goes on after the desktop’s nonces have changed', async () => {
    const stale = new Desktop(origin)
    Object.assign(stale, { nonce: 'f'.repeat(32) })
    const take = takeOf(2000)
    expect((await sendTake(stale, pairing, take, PART_LENGTH, () => {})).sha256).toBe(take.request.sha256)
  })

  it('gives up where the desktop does not know the phone, and loses nothing by it', async () => {
    const stranger = { ...pairing, phoneId: '00000000-0000-4000-8000-00000000ffff' }
    await expect(sendTake(desktop, stranger, takeOf(3000), PART_LENGTH, () => {})).rejects.toMatchObject({
      code: 'not-paired'
    })
  })
})
