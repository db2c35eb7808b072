import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { summarise } from '../src/cli/bench/timing'
import type { Upload } from '../src/contracts/phone-api'
import { type PhoneClient, sha256, takeOf } from './phone-client'
import { openPhoneHouse, type PhoneHouse } from './phone-house'
import { isFull, keepFigure, keepNone } from './reliability/figures'

/** A busy machine is no failure; nothing here is about time. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let house: PhoneHouse
let phone: PhoneClient
beforeEach(async () => {
  house = await openPhoneHouse()
  phone = await house.pair({ name: 'Kitchen phone' })
})
afterEach(() => house.close())

const partials = () => readdir(join(house.folder, 'phone', 'incoming'))

describe('an upload', () => {
  it('goes from the first byte into the library, and is acknowledged with the stored hash', async () => {
    const bytes = randomBytes(300_000)
    const id = randomUUID()
    const created = await phone.create(id, takeOf(bytes, { name: '../../Mitral valve.wav', note: 'quiet\nroom' }))
    expect(created.reply).toMatchObject({ ok: true, value: { state: 'receiving', offset: 0, sha256: null } })
    const half = await phone.append(id, 0, bytes.subarray(0, 200_000))
    expect(half.reply).toMatchObject({ ok: true, value: { state: 'receiving', offset: 200_000 } })
    await phone.append(id, 200_000, bytes.subarray(200_000))
    const { reply } = await phone.finish(id)
    expect(reply).toMatchObject({ ok: true, value: { state: 'stored', sha256: sha256(bytes), offset: 300_000 } })

    const [recording] = house.library.list()
    expect(recording).toMatchObject({ name: 'Mitral valve.wav', sha256: sha256(bytes), bytes: 300_000 })
    expect(recording!.source).toMatchObject({
      kind: 'phone',
      phone: 'Kitchen phone',
      site: 'MV',
      posture: 'sitting',
      person: '7',
      note: 'quiet\nroom',
      capture: { way: 'worklet', sampleRate: 48_000, processing: { noiseSuppression: false, autoGainControl: null } }
    })
    const stored = await readFile(house.library.files.pathOf(recording!.id, 'original'))
    expect(sha256(stored)).toBe(sha256(bytes))
    expect(house.announced).toEqual([recording!.id])
    expect((await partials()).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('may be asked twice for everything, and is there once', async () => {
    const bytes = randomBytes(5000)
    const id = randomUUID()
    await phone.create(id, takeOf(bytes))
    await phone.create(id, takeOf(bytes))
    await phone.append(id, 0, bytes)
    const again = await phone.append(id, 0, bytes)
    expect(again.reply).toMatchObject({ ok: false, error: { code: 'wrong-offset', values: { offset: 5000 } } })
    const finishes = await Promise.all([phone.finish(id), phone.finish(id), phone.finish(id)])
    for (const { reply } of finishes) expect(reply).toMatchObject({ ok: true, value: { state: 'stored' } })
    expect((await phone.create(id, takeOf(bytes))).reply).toMatchObject({ ok: true, value: { state: 'stored' } })
    await phone.upload(randomUUID(), bytes)
    expect(house.library.list()).toHaveLength(1)
    expect(house.announced).toHaveLength(2)
  })

  it('keeps one recording where the same bytes come under many ids at once', async () => {
    const bytes = randomBytes(50_000)
    await Promise.all(Array.from({ length: 8 }, () => phone.upload(randomUUID(), bytes)))
    expect(house.library.list()).toHaveLength(1)
  })

  it('goes on where it was cut, at 50 random places, with the same hash and no duplicate', async () => {
    let changed = 0
    for (let round = 0; round < 5; round++) {
      const bytes = randomBytes(400_000)
      const id = randomUUID()
      await phone.create(id, takeOf(bytes))
      for (let cut = 0; cut < 10; cut++) {
        const offset = await offsetOf(id)
        const part = bytes.subarray(offset, offset + 1 + Math.floor(Math.random() * 30_000))
        const cutAfter = Math.floor(Math.random() * part.length)
        await expect(phone.append(id, offset, part, { cutAfter })).rejects.toThrow()
        // Between the cuts something gets through, as on a bad Wi-Fi.
        if (cut % 3 === 2) await phone.append(id, await offsetOf(id), part)
      }
      for (let offset = await offsetOf(id); offset < bytes.length; offset = await offsetOf(id))
        await phone.append(id, offset, bytes.subarray(offset, offset + 65_536))
      const { reply } = await phone.finish(id)
      if (!(reply.ok && reply.value.sha256 === sha256(bytes))) changed++
    }
    keepNone('nobody', 'takes changed or not taken, after 50 cuts of the connection', changed)
    expect(changed).toBe(0)
    expect(house.library.list()).toHaveLength(5)
  })

  it('is still there, as far as it came, after the program was started again', async () => {
    const bytes = randomBytes(100_000)
    const id = randomUUID()
    await phone.create(id, takeOf(bytes))
    await phone.append(id, 0, bytes.subarray(0, 60_000))
    await house.restart()
    const again = house.scan()
    Object.assign(again, { key: phone.key, phoneId: phone.phoneId })
    await again.hello()
    expect((await again.ask(id)).reply).toMatchObject({ ok: true, value: { offset: 60_000, state: 'receiving' } })
    await again.append(id, 60_000, bytes.subarray(60_000))
    expect((await again.finish(id)).reply).toMatchObject({ ok: true, value: { sha256: sha256(bytes) } })
    await house.restart()
    const later = house.scan()
    Object.assign(later, { key: phone.key, phoneId: phone.phoneId })
    await later.hello()
    expect((await later.finish(id)).reply).toMatchObject({ ok: true, value: { state: 'stored' } })
    expect(house.library.list()).toHaveLength(1)
  })

  it('leaves what was said of it in the library alone, once it is there', async () => {
    await phone.upload(randomUUID(), randomBytes(1000), {
      name: 'Xanthippe.wav',
      person: 'Xanthippe',
      note: 'Xanthippe'
    })
    const left = join(house.folder, 'phone', 'incoming')
    const texts = await Promise.all((await readdir(left)).map((name) => readFile(join(left, name), 'utf8')))
    expect(texts.length).toBe(1)
    expect(texts.join()).not.toContain('Xanthippe')
    expect(house.library.list()).toMatchObject([{ name: 'Xanthippe.wav', source: { person: 'Xanthippe' } }])
  })

  it('is refused where the whole is not what was announced, and starts over', async () => {
    const bytes = randomBytes(1000)
    const id = randomUUID()
    await phone.create(id, takeOf(bytes))
    await phone.append(id, 0, Buffer.alloc(1000))
    expect((await phone.finish(id)).reply).toMatchObject({ ok: false, error: { code: 'wrong-hash' } })
    expect(house.library.list()).toEqual([])
    await phone.append(id, 0, bytes)
    expect((await phone.finish(id)).reply).toMatchObject({ ok: true, value: { sha256: sha256(bytes) } })
  })

  it('cannot be longer than it said, end early, or change under its id', async () => {
    const bytes = randomBytes(1000)
    const id = randomUUID()
    await phone.create(id, takeOf(bytes))
    expect((await phone.append(id, 0, randomBytes(1001))).status).toBe(413)
    await phone.append(id, 0, bytes.subarray(0, 999))
    expect((await phone.finish(id)).reply).toMatchObject({ error: { code: 'wrong-offset', values: { offset: 999 } } })
    expect((await phone.create(id, takeOf(randomBytes(1000)))).reply).toMatchObject({
      error: { code: 'upload-differs' }
    })
    const huge = await phone.create(randomUUID(), takeOf(bytes, { bytes: 65 * 2 ** 20 }))
    expect(huge.reply).toMatchObject({ error: { code: 'invalid-request' } })
    expect((await phone.append(id, 999, Buffer.alloc(2 ** 20 + 1))).status).toBe(413)
  })

  it('streams its state as the analysis goes on, to its own phone only', async () => {
    const bytes = randomBytes(1000)
    const id = randomUUID()
    await phone.upload(id, bytes)
    const [recording] = house.library.list()
    const asked = phone.signed<Upload>({ method: 'GET', path: `api/uploads/${id}/events` }).catch((error) => error)
    await new Promise((resolve) => setTimeout(resolve, 100))
    house.change(
      await house.library.setState(recording!.id, {
        status: 'failed',
        error: { code: 'audio-damaged', message: '', values: {} }
      })
    )
    expect((await phone.ask(id)).reply).toMatchObject({ value: { result: { status: 'failed' } } })
    const other = await house.pair()
    expect((await other.ask(id)).reply).toMatchObject({ error: { code: 'no-such-upload' } })
    phone.close()
    await asked
  })

  const count = isFull ? 100 : 16
  it(`of 2 MB arrives whole, ${count} at once`, async () => {
    const many = await house.pair({ maxSockets: count })
    const files = Array.from({ length: count }, () => randomBytes(2 * 2 ** 20))
    const uploads = await Promise.all(
      files.map(async (bytes) => {
        const from = performance.now()
        const { reply } = await many.upload(randomUUID(), bytes)
        const isWhole = reply.ok && reply.value.state === 'stored' && reply.value.sha256 === sha256(bytes)
        return { isWhole, ms: performance.now() - from }
      })
    )
    const bad = uploads.filter(({ isWhole }) => !isWhole).length
    keepNone('load', `damaged or refused, of ${count} files of 2 MB sent at once`, bad)
    const { p95Ms } = summarise(uploads.map(({ ms }) => ms))
    keepFigure({
      promise: 'load',
      what: `time that 95 of 100 of these ${count} took less than`,
      measured: `${Math.ceil(p95Ms)} ms`,
      toReach: 'at most 5,000 ms',
      isMet: p95Ms <= 5000
    })
    expect(bad).toBe(0)
    expect(house.library.list()).toHaveLength(count)
  })
})

async function offsetOf(id: string): Promise<number> {
  const { reply } = await phone.ask(id)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value.offset
}
