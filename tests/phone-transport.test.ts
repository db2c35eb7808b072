import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ConnectionOptions, connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PHONE_PATHS } from '../src/contracts/phone-api'
import { openPhoneHouse, type PhoneHouse } from './phone-house'

let house: PhoneHouse
beforeAll(async () => {
  house = await openPhoneHouse()
  await mkdir(join(house.folder, 'recorder'))
  await writeFile(join(house.folder, 'recorder', 'index.html'), '<!doctype html><title>Phone</title>')
  await mkdir(join(house.folder, 'models'))
  await writeFile(join(house.folder, 'models', 'heart-sound.json'), '{}')
})
afterAll(() => house.close())

describe('the server for phones', () => {
  /** What both ends agreed on; null where they could not. */
  const agree = async (options: ConnectionOptions): Promise<string | null> => {
    const port = Number(house.scan().base.port)
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options })
    try {
      await once(socket, 'secureConnect')
      return `${socket.getProtocol()} ${socket.getCipher().name}`
    } catch {
      return null
    } finally {
      socket.destroy()
    }
  }

  it('speaks TLS 1.3, and of 1.2 what authenticates all it seals, and nothing older', async () => {
    expect(await agree({})).toMatch(/^TLSv1\.3 /)
    const old = { maxVersion: 'TLSv1.2' } as const
    expect(await agree(old)).toMatch(/^TLSv1\.2 ECDHE-ECDSA-.*(GCM|POLY1305)/)
    expect(await agree({ ...old, ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' })).not.toBeNull()
    expect(await agree({ ...old, ciphers: 'ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA384' })).toBeNull()
    expect(await agree({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' })).toBeNull()
  })

  it('says on every answer what a browser may do with it', async () => {
    await house.handOver.setTrust(true)
    await house.handOver.setPlain(true)
    const asked = [
      ...['', 'nothing.js', '%', PHONE_PATHS.card, PHONE_PATHS.authority, PHONE_PATHS.profile, 'api/phone'],
      ...['api/nothing', 'api/uploads/none/events']
    ]
    for (const plain of [false, true]) {
      const phone = house.scan({ plain })
      for (const path of asked) {
        const { status, headers } = await phone.send({ method: 'GET', path })
        expect(headers['content-security-policy'], `${status} /${path}`).toMatch(
          /default-src 'none'.*frame-ancestors 'none'/
        )
      }
      const foreign = await phone.send({ method: 'GET', path: '' }, { origin: 'https://evil.example' })
      expect([foreign.status, String(foreign.headers['content-security-policy'])]).toEqual([
        403,
        expect.stringContaining("default-src 'none'")
      ])
    }
  })
})
