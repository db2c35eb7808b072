import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkServerIdentity, connect, createServer } from 'node:tls'
import { generate } from 'selfsigned'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Authority, dropAuthority, isLocalName, makeAuthority, readAuthority } from './authority'
import { certificateFor } from './certificate'

const NAMES = ['192.168.1.23', 'desk.local']

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-authority-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What a phone that trusts the authority finds wrong with a server; null for nothing. */
function complaintOf({ key, cert }: { key: string; cert: string }, { cert: ca }: Authority, name: string) {
  const server = createServer({ key, cert })
  return new Promise<string | null>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const socket = connect({
        port: (server.address() as AddressInfo).port,
        host: '127.0.0.1',
        ca,
        checkServerIdentity: (_host, found) => checkServerIdentity(name, found)
      })
      const end = (complaint: string | null) => {
        socket.destroy()
        server.close(() => resolve(complaint))
      }
      socket.once('secureConnect', () => end(null))
      socket.once('error', (error) => end(error.message))
    })
  })
}

describe('the authority', () => {
  it('vouches for this computer’s certificate, by every local name of it', async () => {
    const authority = await makeAuthority(folder)
    const certificate = await certificateFor(folder, [...NAMES, '203.0.113.9'], Date.now(), authority)
    for (const name of NAMES) expect(await complaintOf(certificate, authority, name)).toBeNull()
    // A public address is left out, or the whole certificate would be refused.
    expect(await complaintOf(certificate, authority, '203.0.113.9')).toMatch(/not in the cert/)
  })

  it('cannot vouch for anything public, whoever has its key', async () => {
    const authority = await makeAuthority(folder)
    for (const altName of [{ type: 7, ip: '8.8.8.8' } as const, { type: 2, value: 'bank.example' } as const]) {
      const forged = await generate([{ name: 'commonName', value: 'x' }], {
        keyType: 'ec',
        algorithm: 'sha256',
        ca: authority,
        extensions: [{ name: 'subjectAltName', altNames: [altName] }]
      })
      const complaint = await complaintOf(
        { key: forged.private, cert: forged.cert },
        authority,
        'ip' in altName ? altName.ip : altName.value
      )
      expect(complaint).toMatch(/permitted subtree violation/)
    }
  })

  it('is an authority by its own word, kept from other users, and gone when it is dropped', async () => {
    expect(await readAuthority(folder)).toBeNull()
    const made = await makeAuthority(folder)
    expect(new X509Certificate(made.cert).ca).toBe(true)
    expect(await readAuthority(folder)).toEqual(made)
    if (process.platform !== 'win32') expect((await stat(join(folder, 'authority-key.pem'))).mode & 0o777).toBe(0o600)
    await dropAuthority(folder)
    expect(await readAuthority(folder)).toBeNull()
  })

  it('has the certificate made anew when it comes and when it goes, and at no other time', async () => {
    const own = await certificateFor(folder, NAMES)
    const authority = await makeAuthority(folder)
    const vouched = await certificateFor(folder, NAMES, Date.now(), authority)
    expect(vouched.fingerprint).not.toBe(own.fingerprint)
    expect(await certificateFor(folder, NAMES, Date.now(), authority)).toEqual(vouched)
    // The computer has a public address too: that is no reason for a new one each time.
    expect(await certificateFor(folder, [...NAMES, '203.0.113.9'], Date.now(), authority)).toEqual(vouched)
    expect((await certificateFor(folder, NAMES)).fingerprint).not.toBe(vouched.fingerprint)
  })

  it.each([
    ['192.168.1.1', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['100.64.0.1', true],
    ['100.128.0.1', false],
    ['8.8.8.8', false],
    ['desk.local', true],
    ['local', false],
    ['desk.local.example', false]
  ])('knows which names are local: %s', (name, isLocal) => {
    expect(isLocalName(name)).toBe(isLocal)
  })
})
