import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { certificateFor } from './certificate'

const HOME = ['192.168.1.23', 'desk.local']
const YEAR_MS = 365 * 24 * 60 * 60 * 1000

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-certificate-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the certificate', () => {
  it('names every address, holds for over a year, and fits its key', async () => {
    const { cert, key, fingerprint } = await certificateFor(folder, HOME)
    const parsed = new X509Certificate(cert)
    expect(parsed.checkIP('192.168.1.23')).toBeTruthy()
    expect(parsed.checkHost('desk.local')).toBeTruthy()
    expect(parsed.checkIP('192.168.1.24')).toBeUndefined()
    expect(Date.parse(parsed.validTo) - Date.now()).toBeGreaterThan(YEAR_MS)
    expect(parsed.ca).toBe(false)
    expect(parsed.checkPrivateKey(createPrivateKey(key))).toBe(true)
    expect(createPrivateKey(key).asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
    expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  })

  it('is made once, and made anew only for an address that it does not name', async () => {
    const first = await certificateFor(folder, HOME)
    expect(await certificateFor(folder, HOME)).toEqual(first)
    expect(await certificateFor(folder, [...HOME].reverse())).toEqual(first)
    expect(await certificateFor(folder, HOME.slice(0, 1))).toEqual(first)
    const office = await certificateFor(folder, ['10.0.0.7', 'desk.local'])
    expect(office.fingerprint).not.toBe(first.fingerprint)
    // Back home: the new one still names the old place.
    expect(await certificateFor(folder, HOME)).toEqual(office)
  })

  it('is made anew before it runs out, and where its files do not fit together', async () => {
    const first = await certificateFor(folder, HOME)
    const later = await certificateFor(folder, HOME, Date.now() + 2.15 * YEAR_MS)
    expect(later.fingerprint).not.toBe(first.fingerprint)
    await writeFile(join(folder, 'key.pem'), first.key)
    const mended = await certificateFor(folder, HOME)
    expect(mended.fingerprint).not.toBe(later.fingerprint)
    await writeFile(join(folder, 'certificate.pem'), 'half a cert')
    expect((await certificateFor(folder, HOME)).fingerprint).not.toBe(mended.fingerprint)
  })

  it('is made anew where the clock that made it was ahead', async () => {
    const ahead = await certificateFor(folder, HOME, Date.now() + YEAR_MS)
    expect((await certificateFor(folder, HOME)).fingerprint).not.toBe(ahead.fingerprint)
  })

  it.skipIf(process.platform === 'win32')('keeps its key from other users', async () => {
    const { key } = await certificateFor(folder, HOME)
    expect((await stat(join(folder, 'key.pem'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'key.pem'), 'utf8')).toBe(key)
    expect(await readdir(folder)).toEqual(['certificate.pem', 'key.pem'])
  })
})
