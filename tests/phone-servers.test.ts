import { X509Certificate } from 'node:crypto'
import { connect, type TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Hello, PHONE_PATHS } from '../src/contracts/phone-api'
import type { Interfaces } from '../src/main/phone/server/network'
import { LOOPBACK, openPhoneHouse, type PhoneHouse } from './phone-house'

/** A busy machine is no failure; nothing here is about time. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: PhoneHouse
let interfaces: Interfaces
beforeEach(async () => {
  interfaces = LOOPBACK
  house = await openPhoneHouse({ interfaces: () => interfaces, lookMs: 20 })
})
afterEach(() => house.close())

const linkOf = () => new URL(house.handOver.view().addresses[0]!.link!.url)

/** What a browser sees when it connects. */
function certificateAt(port: string): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = connect({ port: Number(port), host: '127.0.0.1', rejectUnauthorized: false }, () => {
      const { raw } = socket.getPeerCertificate()
      socket.destroy()
      resolve(new X509Certificate(raw))
    })
    socket.on('error', reject)
  })
}

/** What a browser does that trusts the authority and asks nobody. */
function openTrusting(port: string, ca: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', ca }, () => {
      socket.destroy()
      resolve()
    })
    socket.on('error', reject)
  })
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let waited = 0; !isTrue() && waited < 200; waited++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isTrue()).toBe(true)
}

describe('the servers for phones', () => {
  it('shows the certificate whose fingerprint the window shows, over a restart too', async () => {
    const { fingerprint } = house.handOver.view()
    expect((await certificateAt(linkOf().port)).fingerprint256).toBe(fingerprint)
    await house.restart()
    expect(house.handOver.view().fingerprint).toBe(fingerprint)
  })

  it('follows the computer into another network without closing: new links, a certificate that names them', async () => {
    const { port } = linkOf()
    const before = house.handOver.view().fingerprint
    const [loopback] = LOOPBACK['wlan0']!
    interfaces = { ...LOOPBACK, eth0: [{ ...loopback!, address: '192.168.7.7' }] } as Interfaces
    await until(() => house.handOver.view().fingerprint !== before)
    expect(house.handOver.view().addresses.map(({ host }) => host)).toContain('192.168.7.7')
    expect((await certificateAt(port)).checkIP('192.168.7.7')).toBeTruthy()
    const after = house.handOver.view().fingerprint
    interfaces = LOOPBACK
    await until(() => !house.handOver.view().addresses.some(({ host }) => host === '192.168.7.7'))
    expect(house.handOver.view().fingerprint).toBe(after)
  })

  it('sees who does not trust the certificate, and how far the others come', async () => {
    const { port } = linkOf()
    await new Promise<void>((resolve) => {
      // A browser that stands before its warning ends the handshake with an alert.
      const strict = connect({ port: Number(port), host: '127.0.0.1' })
      strict.on('error', () => resolve())
    })
    await until(() => house.handOver.view().visitors[0]?.stage !== undefined)
    const phone = await house.pair({ name: 'Ann' })
    const report = (stage: string, block: string | null) =>
      phone.signed({
        method: 'POST',
        path: 'api/stages',
        body: Buffer.from(JSON.stringify({ stage, block, token: '' }))
      })
    await report('microphone-blocked', 'denied')
    expect(house.handOver.view().visitors).toMatchObject([
      { address: '127.0.0.1', stage: 'microphone-blocked', block: 'denied', name: 'Ann' }
    ])
    expect(house.handOver.view().hints.map(({ code }) => code)).toContain('microphone-denied')
    expect((await report('on the moon', null)).status).toBe(400)
  })

  it('gives out what a phone may trust only where it is offered, and is trusted by it then', async () => {
    const phone = house.scan()
    const file = (path: string) => phone.send({ method: 'GET', path })
    const offered = async () => (await phone.send<Hello>({ method: 'GET', path: PHONE_PATHS.hello })).reply
    expect((await file(PHONE_PATHS.authority)).status).toBe(400)
    expect(await offered()).toMatchObject({ value: { isTrustOffered: false, hasRoom: true } })

    const { authority } = await house.handOver.setTrust(true)
    const { body, headers } = await file(PHONE_PATHS.authority)
    expect(headers['content-type']).toBe('application/x-x509-ca-cert')
    expect(new X509Certificate(body).fingerprint256).toBe(authority)
    const profile = await file(PHONE_PATHS.profile)
    expect(profile.headers['content-type']).toBe('application/x-apple-aspen-config')
    expect(profile.body.toString('utf8')).toContain(body.toString('base64'))
    expect(await offered()).toMatchObject({ value: { isTrustOffered: true } })
    const trusting = () => openTrusting(linkOf().port, new X509Certificate(body).toString())
    await trusting()
    await house.restart()
    expect(house.handOver.view().authority).toBe(authority)
    await trusting()

    await house.handOver.setPlain(true)
    const plain = house.scan({ plain: true })
    expect((await plain.send({ method: 'GET', path: PHONE_PATHS.authority })).status).toBe(400)
    expect((await house.handOver.setTrust(false)).authority).toBeNull()
    await expect(trusting()).rejects.toThrow()
  })

  it('tells the window of every change, never of a secret key', async () => {
    const phone = house.scan()
    await phone.pair()
    await until(() => house.told.some(({ waiting }) => waiting?.phoneId === phone.phoneId))
    await house.handOver.confirm(phone.phoneId)
    expect(house.told.at(-1)).toMatchObject({ waiting: null, phones: [{ phoneId: phone.phoneId }] })
    expect(JSON.stringify(house.told)).not.toContain(phone.key.toString('base64url'))
  })
})
