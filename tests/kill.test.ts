import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HandOverState } from '../src/contracts/hand-over'
import { simulateHeart } from '../src/core/simulate'
import { encodeWav } from '../src/core/wav'
import { indexOf } from '../src/main/library/library'
import { Acknowledged, type Losses } from './acknowledged'
import { makeEarlier } from './builders/earlier-index'
import { buildOnce } from './cli-run'
import { type HeadlessHost, startHeadless } from './headless-host'
import { PhoneClient, sha256 } from './phone-client'
import { isFull, keepFigure, keepNone } from './reliability/figures'

const KILLS = isFull ? 300 : 8
/** A slow computer is killed less often: all promises together are to be measured in an hour. */
const LONGEST_MS = 10 * 60_000
/** Every so many times the program is killed before it is ready, and half of these with an older index to bring up to date. */
const AT_START_EVERY = 4

let data: string
beforeAll(buildOnce)
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ops-fusion-kill-'))
})
afterEach(() => rm(data, { recursive: true, maxRetries: 5 }))

/** A recording that is unlike every other: its seed is its rate and its noise. */
function heart(seed: number): Buffer {
  const wav = encodeWav(
    simulateHeart({
      heartRateBpm: 50 + (seed % 60),
      murmur: 'none',
      murmurLevelDb: -40,
      noiseLevelDb: -30,
      durationS: 6,
      sampleRate: 8000,
      seed
    }),
    { bitDepth: 16 }
  )
  return Buffer.from(wav.buffer, wav.byteOffset, wav.byteLength)
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe('a program that is killed', () => {
  it('has lost nothing that it acknowledged, nor what was said of it, whatever it was doing', async () => {
    const acknowledged = new Acknowledged()
    const phone = createPhone(acknowledged)
    let seed = 0
    let kill = 0
    for (const from = Date.now(); kill < KILLS && Date.now() - from < LONGEST_MS; kill++) {
      // A golden-ratio walk: kills fall early, late and in between, differently each time, the same in each run.
      const share = (kill * 0.618) % 1
      const isNth = (every: number) => (kill + 1) % every === 0
      if (isNth(2 * AT_START_EVERY)) makeEarlier(indexOf(join(data, 'library')))
      const starting = startHeadless(data)
      if (isNth(AT_START_EVERY)) {
        await wait(600 * share)
        await starting.end('SIGKILL')
        continue
      }
      const host = await starting.ready
      let isOver = false
      const drop = async () => {
        while (!isOver) await dropAndChange(host, ++seed, acknowledged)
      }
      const work = [drop(), drop(), phone(host, () => ++seed)]
      await wait(200 + 1500 * share)
      isOver = true
      await host.end('SIGKILL')
      await Promise.all(work)
    }

    const folder = join(data, 'library')
    const first = await acknowledged.lookIn(folder)
    // The same without the index: the folders say all of it.
    for (const name of await readdir(folder)) if (name.startsWith('index')) await rm(join(folder, name))
    const again = await acknowledged.lookIn(folder)
    keep(kill, `${acknowledged.size} acknowledged (${acknowledged.byPhone} to a phone)`, first, again)
    expect(acknowledged.size).toBeGreaterThan(0)
    const none: Losses = { sounds: 0, words: 0, doubled: 0, strays: 0 }
    expect([first, again]).toEqual([none, none])
  }, 3_600_000)
})

/** A file is dropped, renamed, analysed again; some are deleted, some of these brought back. */
async function dropAndChange(host: HeadlessHost, seed: number, acknowledged: Acknowledged): Promise<void> {
  const bytes = heart(seed)
  const hash = sha256(bytes)
  const dropped = await host.drop(`${seed}.wav`, bytes)
  if (!dropped?.ok) return
  const { id } = dropped.value
  acknowledged.take(hash, { name: `${seed}.wav`, person: null, isThere: true })
  const isDone = async (call: string, input: object = {}) => (await host.call(call, { id, ...input }))?.ok === true
  const name = `Heart ${seed}`
  await acknowledged.change(hash, { name }, () => isDone('library.rename', { name }))
  if (seed % 3 === 0) await isDone('analysis.start')
  if (seed % 5 === 0) await acknowledged.change(hash, { isThere: false }, () => isDone('library.remove'))
  if (seed % 10 === 0) await acknowledged.change(hash, { isThere: true }, () => isDone('library.restore'))
}

/** A phone that pairs once, sends take after take, and after a kill goes on with the one that it was sending. */
function createPhone(acknowledged: Acknowledged): (host: HeadlessHost, nextSeed: () => number) => Promise<void> {
  let paired: PhoneClient | null = null
  let take: { id: string; bytes: Buffer; name: string; person: string } | null = null
  return async (host, nextSeed) => {
    const opened = await host.call<HandOverState>('phone.open')
    const address = opened?.ok ? opened.value.addresses.find(({ link, kind }) => link && kind === 'network') : null
    // A computer without a network has no phones.
    if (!address) return
    const phone = new PhoneClient(address.link!.url)
    try {
      if (paired) {
        Object.assign(phone, { key: paired.key, phoneId: paired.phoneId })
        await phone.hello()
      } else {
        await phone.pair()
        const confirmed = await host.call('phone.confirm', { phoneId: phone.phoneId })
        if (!confirmed?.ok) return
      }
      paired = phone
      for (;;) {
        const seed = take ? 0 : nextSeed()
        take ??= { id: randomUUID(), bytes: heart(seed), name: `${seed}.wav`, person: `Person ${seed}` }
        const { id, bytes, name, person } = take
        const { reply } = await phone.upload(id, bytes, { name, person, note: person, partBytes: 16_384 })
        if (!reply.ok) throw new Error(reply.error.code)
        acknowledged.take(sha256(bytes), { name, person, isThere: true })
        take = null
      }
    } catch (error) {
      // The connection ended with the program; whatever else was refused is a fault.
      if (!(error instanceof Error && 'code' in error)) throw error
    } finally {
      phone.close()
    }
  }
}

function keep(kills: number, taken: string, ...looks: Losses[]): void {
  const sum = (of: keyof Losses) => looks.reduce((all, losses) => all + losses[of], 0)
  keepFigure({
    promise: 'kept',
    what: 'kills over dropping, sending by phone, starting, bringing an older index up to date, analysing again, renaming, deleting and bringing back',
    measured: String(kills),
    toReach: '300',
    isMet: kills >= 300
  })
  keepNone('kept', `sounds lost, of ${taken}`, sum('sounds'))
  keepNone('kept', 'recordings that lost their name or person', sum('words'))
  keepNone('kept', 'recordings that are there twice', sum('doubled'))
  keepNone('kept', 'files and folders without a recording, after the next start', sum('strays'))
}
