import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { uploadPath } from '../src/contracts/phone-api'
import { EMPTY_SHA256 } from '../src/contracts/phone-signing'
import { signatureOf } from '../src/main/phone/pairing/derive'
import { PhoneClient, takeOf } from './phone-client'
import { openPhoneHouse, type PhoneHouse } from './phone-house'
import { isFull, keepNone } from './reliability/figures'

const BYTES = randomBytes(2000)
/** A busy machine is no failure; nothing here is about time. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 })

let house: PhoneHouse
beforeEach(async () => {
  house = await openPhoneHouse({ stallMs: 300 })
})
afterEach(() => house.close())

describe('pairing', () => {
  it('shows the same two words on both screens, and lets in only who was confirmed', async () => {
    const phone = house.scan()
    expect((await phone.pair('Ann')).reply).toMatchObject({ ok: true, value: { state: 'waiting', name: 'Ann' } })
    expect(house.handOver.view().waiting).toEqual({ phoneId: phone.phoneId, name: 'Ann', words: phone.words })
    expect((await phone.create(randomUUID(), takeOf(BYTES))).reply).toMatchObject({ error: { code: 'not-confirmed' } })
    await house.handOver.confirm(phone.phoneId)
    expect((await phone.signed({ method: 'GET', path: 'api/phone' })).reply).toMatchObject({
      value: { state: 'confirmed' }
    })
    expect((await phone.upload(randomUUID(), BYTES)).reply).toMatchObject({ ok: true })
    expect(house.handOver.view()).toMatchObject({ waiting: null, phones: [{ name: 'Ann', isPlain: false }] })
  })

  it('answers a phone that lost the first answer, and nobody else', async () => {
    const phone = house.scan()
    const quick = new PhoneClient(phone.base.href)
    const first = await phone.pair()
    expect((await phone.pair()).reply).toEqual(first.reply)
    expect((await quick.pair()).reply).toMatchObject({ ok: false, error: { code: 'code-expired' } })
    expect(quick.words).not.toEqual(phone.words)
    quick.close()
  })

  it('forgets a phone that was refused or removed', async () => {
    const refused = house.scan()
    await refused.pair()
    await house.handOver.refuse(refused.phoneId)
    expect((await refused.signed({ method: 'GET', path: 'api/phone' })).reply).toMatchObject({
      error: { code: 'not-paired' }
    })
    const phone = await house.pair()
    await house.handOver.rename(phone.phoneId, 'Blue one')
    await phone.upload(randomUUID(), BYTES)
    await house.handOver.revoke(phone.phoneId)
    const answer = await phone.create(randomUUID(), takeOf(randomBytes(100)))
    expect(answer).toMatchObject({ status: 401, reply: { error: { code: 'not-paired' } } })
    expect(house.library.list()).toHaveLength(1)
  })

  it('keeps its phones over a restart, and their keys from everybody else', async () => {
    const phone = await house.pair({ name: 'Kept' })
    await house.restart()
    expect(house.handOver.view().phones).toMatchObject([{ phoneId: phone.phoneId, name: 'Kept' }])
    expect(JSON.stringify(house.handOver.view())).not.toContain(phone.key.toString('base64url'))
  })

  const guesses = isFull ? 10_000 : 500
  it(`lets none of ${guesses} guesses in, shuts their address out, and goes on with the phones it has`, {
    timeout: 120_000
  }, async () => {
    const phone = await house.pair()
    await house.handOver.newCode()
    const guesser = house.scan({ maxSockets: 16 })
    const counted: Record<string, number> = {}
    let letIn = 0
    const guess = async () => {
      const { reply, status } = await guesser.pair('Guesser', randomBytes(32).toString('hex'))
      if (reply.ok) letIn++
      counted[status] = (counted[status] ?? 0) + 1
    }
    for (let done = 0; done < guesses; done += 16) await Promise.all(Array.from({ length: 16 }, guess))
    keepNone('nobody', `let in, of ${guesses} guesses`, letIn)
    expect([letIn, counted['403']]).toEqual([0, 5])
    expect((await phone.upload(randomUUID(), BYTES)).reply).toMatchObject({ ok: true })
    expect(house.handOver.view().phones).toHaveLength(1)
    const late = house.scan()
    expect((await late.pair()).headers['retry-after']).toBeDefined()
    await house.handOver.newCode()
    expect((await house.scan().pair()).reply).toMatchObject({ ok: true })
  })
})

describe('a request', () => {
  it('counts once: the same again is refused', async () => {
    const phone = await house.pair()
    const lie = { request: randomBytes(16).toString('hex') }
    const signature = signatureOf(phone.key, {
      method: 'GET',
      path: '/api/phone',
      phoneId: phone.phoneId,
      offset: null,
      length: 0,
      bodySha256: EMPTY_SHA256,
      nonce: phone.nonce,
      request: lie.request
    })
    const ask = () => phone.signed({ method: 'GET', path: 'api/phone', lie: { ...lie, signature } })
    expect((await ask()).reply.ok).toBe(true)
    expect(await ask()).toMatchObject({ status: 401, reply: { error: { code: 'stale-nonce' } } })
  })

  it('is refused with any part changed: nothing is stored', async () => {
    const phone = await house.pair()
    const id = randomUUID()
    await phone.create(id, takeOf(BYTES))
    const hex = (digits: number) => randomBytes(digits / 2).toString('hex')
    const lies = [
      { signature: hex(64) },
      { nonce: hex(32) },
      { request: hex(32) },
      { bodySha256: hex(64) },
      { phone: randomUUID() },
      { signature: '' },
      { phone: 'constructor' }
    ]
    let taken = 0
    const rounds = isFull ? 1000 : 1
    for (let round = 0; round < rounds; round++)
      for (const lie of lies) if ((await phone.append(id, 0, BYTES, { lie })).reply.ok) taken++
    keepNone('nobody', `taken, of ${rounds * lies.length} forged requests`, taken)
    expect(taken).toBe(0)
    await house.handOver.newCode()
    const stranger = house.scan()
    Object.assign(stranger, { phoneId: phone.phoneId })
    await stranger.hello()
    expect((await stranger.append(id, 0, BYTES)).reply).toMatchObject({ error: { code: 'bad-signature' } })
    expect((await stranger.upload(randomUUID(), BYTES)).reply.ok).toBe(false)
    expect((await phone.ask(id)).reply).toMatchObject({ value: { offset: 0 } })
    expect(house.library.list()).toEqual([])
  })

  it('is refused for a foreign name of this computer, and from a foreign page', async () => {
    const phone = await house.pair()
    const hello = (headers: Record<string, string>) => phone.send({ method: 'GET', path: 'api/hello' }, headers)
    expect((await hello({ host: `evil.example:${phone.base.port}` })).status).toBe(403)
    expect((await hello({ host: '127.0.0.1:1' })).status).toBe(403)
    expect((await hello({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await hello({ origin: `http://127.0.0.1:${phone.base.port}` })).status).toBe(403)
    expect((await hello({ origin: 'null' })).status).toBe(403)
    expect((await hello({ origin: `https://127.0.0.1:${phone.base.port}` })).status).toBe(200)
  })

  it('may call a recording whatever it likes: no file is named after it', async () => {
    const phone = await house.pair()
    const before = await tree()
    const names = isFull ? 2000 : 60
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '../../x',
        '..\\..\\x',
        '%2e%2e%2fx',
        'CON',
        'a:b',
        'x.',
        '\u202efdp.wav',
        '\0',
        'é'.repeat(4000),
        '/etc/x'
      )
    )
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, note) => {
        const bytes = randomBytes(64)
        const { reply } = await phone.upload(randomUUID(), bytes, { name, note, person: note })
        expect(reply.ok || reply.error.code === 'no-such-upload').toBe(true)
      }),
      { numRuns: names }
    )
    const strays = (await tree()).filter((name) => !before.includes(name))
    keepNone('nobody', `files where none belong, after ${names} hostile names`, strays.length)
    expect(strays).toEqual([])
    for (const { name, source } of house.library.list()) {
      expect(name).toMatch(/^[^\p{C}/\\]{1,200}$/u)
      expect(source.kind === 'phone' && source.person).not.toMatch(/\p{C}/u)
    }
  })

  it.each(['..%2f..%2fphones', '%00', 'constructor', '../phones', `${randomUUID()}%2f..`])(
    'names an upload by a UUID and nothing else: %s',
    async (id) => {
      const phone = await house.pair()
      expect((await phone.signed({ method: 'GET', path: uploadPath(id) })).reply.ok).toBe(false)
    }
  )

  it('with a body that stops, or trickles, is cut off, and a good phone does not notice', async () => {
    const phone = await house.pair()
    const id = randomUUID()
    await phone.create(id, takeOf(BYTES))
    const stopped = await trickle(phone, 'POST /api/stages HTTP/1.1', 400, null)
    expect(stopped).toContain('408')
    const trickled = trickle(phone, 'POST /api/stages HTTP/1.1', 400, 50)
    expect((await phone.upload(randomUUID(), BYTES)).reply).toMatchObject({ ok: true })
    expect(await trickled).toContain('408')
  })

  it('of a paired phone finds room, however many bodies strangers have begun', async () => {
    await house.restart({ stallMs: 3000 })
    const phone = await house.pair()
    const begun = Array.from({ length: 60 }, () => begin(phone, 'POST /api/stages HTTP/1.1', 400))
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect((await phone.send({ method: 'POST', path: 'api/stages', body: Buffer.from('{}') })).status).toBe(503)
    expect((await phone.upload(randomUUID(), BYTES)).reply).toMatchObject({ ok: true })
    for (const socket of begun) socket.destroy()
  })

  it('is left alone by two hundred sockets that say nothing', async () => {
    const phone = await house.pair()
    const idle = Array.from({ length: 200 }, () => connect(Number(phone.base.port), '127.0.0.1'))
    for (const socket of idle) socket.on('error', () => {})
    await new Promise((resolve) => setTimeout(resolve, 200))
    // The phone has its connection already; whoever comes later from elsewhere finds the other half free.
    expect((await phone.upload(randomUUID(), BYTES)).reply).toMatchObject({ ok: true })
    for (const socket of idle) socket.destroy()
  })

  it('gets the page with a policy that lets nothing in from elsewhere', async () => {
    await mkdir(join(house.folder, 'recorder'))
    await writeFile(join(house.folder, 'recorder', 'index.html'), '<!doctype html><title>Phone</title>')
    const phone = house.scan()
    const { headers, status } = await phone.send({ method: 'GET', path: '' })
    expect(status).toBe(200)
    expect(JSON.stringify(headers)).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  })
})

describe('the plain twin', () => {
  it('is off until it is wanted, takes files in, and gives nothing out', async () => {
    expect(house.handOver.view().addresses[0]!.plainLink).toBeNull()
    await house.handOver.setPlain(true)
    const phone = await house.pair({ plain: true })
    expect(house.handOver.view().phones).toMatchObject([{ isPlain: true }])
    const id = randomUUID()
    const { reply } = await phone.upload(id, BYTES)
    expect(reply).toMatchObject({ ok: true, value: { state: 'stored', result: null } })
    expect((await phone.signed({ method: 'GET', path: `${uploadPath(id)}/events` })).status).toBe(403)
    expect((await phone.send({ method: 'GET', path: 'model/heart-sound.onnx' })).status).toBe(400)
    await house.handOver.setPlain(false)
    await expect(phone.hello()).rejects.toThrow()
  })

  it('does not know the keys of the other door', async () => {
    await house.handOver.setPlain(true)
    const phone = await house.pair()
    const plain = house.scan({ plain: true })
    Object.assign(plain, { key: phone.key, phoneId: phone.phoneId })
    await plain.hello()
    expect((await plain.upload(randomUUID(), BYTES)).reply).toMatchObject({ error: { code: 'not-paired' } })
  })
})

describe('the doors', () => {
  it('close by themselves when nobody comes', async () => {
    await house.restart({ idleMs: 50, lookMs: 20 })
    const last = () => house.told.at(-1)
    for (let waited = 0; last()?.isOn !== false && waited < 100; waited++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect([last()?.isOn, last()?.addresses, last()?.codeExpiresAt]).toEqual([false, [], null])
  })
})

/** Everything on disk but what uploads and recordings are kept as. */
async function tree(): Promise<string[]> {
  const names = await readdir(house.folder, { recursive: true })
  return names.filter((name) => !/(library[/\\]recordings|phone[/\\]incoming)[/\\]/.test(name)).sort()
}

/** A request whose body is begun, and no more. */
function begin(phone: PhoneClient, line: string, length: number): TLSSocket {
  const socket = connectTls({ port: Number(phone.base.port), host: '127.0.0.1', rejectUnauthorized: false })
  socket.on('error', () => {})
  socket.write(`${line}\r\nHost: 127.0.0.1:${phone.base.port}\r\nContent-Length: ${length}\r\n\r\nx`)
  return socket
}

/** A request whose body never comes whole; what was answered. */
function trickle(phone: PhoneClient, line: string, length: number, everyMs: number | null): Promise<string> {
  return new Promise((resolve) => {
    const socket = begin(phone, line, length)
    let answered = ''
    const timer = everyMs === null ? undefined : setInterval(() => socket.write('x'), everyMs)
    socket.on('data', (chunk) => {
      answered += chunk.toString('utf8')
    })
    socket.on('close', () => {
      clearInterval(timer)
      resolve(answered)
    })
  })
}
