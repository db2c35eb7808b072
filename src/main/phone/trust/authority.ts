import { webcrypto, X509Certificate } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { isIPv4 } from 'node:net'
import { join } from 'node:path'
import {
  BasicConstraintsExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  X509CertificateGenerator
} from '@peculiar/x509'
import { readIfThere, writeWhole } from '../../whole-file'

/** What a phone can be told to trust for good: it vouches for this computer's certificates, and for nothing public. */
export interface Authority {
  /** PEM, never leaves this computer. */
  key: string
  /** PEM. */
  cert: string
  /** SHA-256, `AB:CD:…`, as phones show it. */
  fingerprint: string
}

const DAY_MS = 24 * 60 * 60 * 1000
const VALID_DAYS = 3650
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** Addresses that exist in local networks only. @source RFC 1918, RFC 3927, RFC 6598, RFC 1122 */
const LOCAL_RANGES: readonly { address: readonly number[]; bits: number }[] = [
  { address: [10, 0, 0, 0], bits: 8 },
  { address: [172, 16, 0, 0], bits: 12 },
  { address: [192, 168, 0, 0], bits: 16 },
  { address: [169, 254, 0, 0], bits: 16 },
  { address: [100, 64, 0, 0], bits: 10 },
  { address: [127, 0, 0, 0], bits: 8 }
]
/** Names that mDNS gives out. @source RFC 6762 */
const LOCAL_DOMAIN = 'local'

/** Null where none was made. */
export async function readAuthority(folder: string): Promise<Authority | null> {
  const [key, cert] = [await readIfThere(keyPath(folder)), await readIfThere(certPath(folder))]
  return key === null || cert === null ? null : { key, cert, fingerprint: new X509Certificate(cert).fingerprint256 }
}

/**
 * A certificate authority of this installation alone, bound to local addresses: whoever steals its key can pretend to
 * be a device in the phone's own network, and nothing on the internet.
 */
export async function makeAuthority(folder: string, now = Date.now()): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const made = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=OPS Fusion on this computer',
      // A phone's clock may lag behind ours.
      notBefore: new Date(now - DAY_MS),
      notAfter: new Date(now + VALID_DAYS * DAY_MS),
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
        new Extension('2.5.29.30', true, localNamesOnly())
      ]
    },
    webcrypto as Crypto
  )
  const cert = made.toString('pem')
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  await writeWhole(keyPath(folder), key, { isSynced: true })
  await writeWhole(certPath(folder), cert, { isSynced: true })
  return { key, cert, fingerprint: new X509Certificate(cert).fingerprint256 }
}

/** Phones that trust it go on doing so; but nothing can be signed with it any more. */
export async function dropAuthority(folder: string): Promise<void> {
  await rm(keyPath(folder), { force: true })
  await rm(certPath(folder), { force: true })
}

/** Whether the authority may vouch for a name: one that it may not would spoil the certificate for all others. */
export function isLocalName(name: string): boolean {
  if (!isIPv4(name)) return name.endsWith(`.${LOCAL_DOMAIN}`)
  const bits = toBits(name.split('.').map(Number))
  return LOCAL_RANGES.some(({ address, bits: length }) => bits.startsWith(toBits(address).slice(0, length)))
}

/** The extension's value in DER: addresses as address and mask. @source RFC 5280, section 4.2.1.10 */
function localNamesOnly(): Uint8Array<ArrayBuffer> {
  const [SEQUENCE, PERMITTED, DNS_NAME, IP_ADDRESS] = [0x30, 0xa0, 0x82, 0x87]
  const ranges = LOCAL_RANGES.map(({ address, bits }) => {
    const mask = [0, 8, 16, 24].map((from) => 256 - 2 ** (8 - Math.max(0, Math.min(8, bits - from))))
    return der(SEQUENCE, der(IP_ADDRESS, [...address, ...mask]))
  })
  const domain = der(SEQUENCE, der(DNS_NAME, [...Buffer.from(LOCAL_DOMAIN)]))
  return Uint8Array.from(der(SEQUENCE, der(PERMITTED, [...ranges.flat(), ...domain])))
}

/** @throws {RangeError} above 127 bytes, whose lengths are written in another way */
function der(tag: number, content: number[]): number[] {
  if (content.length > 127) throw new RangeError(`${content.length} bytes`)
  return [tag, content.length, ...content]
}

function toBits(address: readonly number[]): string {
  return address.map((part) => part.toString(2).padStart(8, '0')).join('')
}

function keyPath(folder: string): string {
  return join(folder, 'authority-key.pem')
}

function certPath(folder: string): string {
  return join(folder, 'authority.pem')
}
