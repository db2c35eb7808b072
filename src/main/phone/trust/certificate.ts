import { createPrivateKey, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { readIfThere, writeWhole } from '../../whole-file'
import { type Authority, isLocalName } from './authority'

export interface Certificate {
  /** PEM. */
  key: string
  /** PEM. */
  cert: string
  /** SHA-256, `AB:CD:…`, as browsers show it. */
  fingerprint: string
}

const DAY_MS = 24 * 60 * 60 * 1000
/** iOS refuses longer ones, whoever trusts them. @source support.apple.com/102028 */
const VALID_DAYS = 800
const RENEW_BEFORE_DAYS = 30
/** Places that a computer comes back to; more would make the certificate tell where it has been. */
const MAX_NAMES = 16

/**
 * The certificate of this installation: the one it has, or a new one.
 *
 * Every new certificate brings the browser's warning back, so it is made anew only when a name is not in it yet or it
 * runs out; names it had stay in, so that a computer that goes back and forth between two networks keeps its own.
 *
 * @param folder exists
 * @param names addresses and host names that phones will type
 * @param authority signs it, and then only local names are in it; without one it vouches for itself
 */
export async function certificateFor(
  folder: string,
  names: readonly string[],
  now = Date.now(),
  authority: Authority | null = null
): Promise<Certificate> {
  const [keyPath, certPath] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const [key, cert] = [await readIfThere(keyPath), await readIfThere(certPath)]
  const known = cert === null ? null : parse(cert)
  // One that begins later was made by a clock that has been set right since: phones would refuse it.
  const isValid = known && Date.parse(known.validFrom) <= now
  const isGood = isValid && isBy(known, authority) && Date.parse(known.validTo) - now > RENEW_BEFORE_DAYS * DAY_MS
  const had = isGood ? namesIn(known) : []
  const wanted = authority ? names.filter(isLocalName) : names
  if (key !== null && cert !== null && isGood && wanted.every((name) => had.includes(name)) && fits(known, key))
    return { key, cert, fingerprint: known.fingerprint256 }

  const all = [...new Set([...wanted, ...had])].slice(0, Math.max(MAX_NAMES, wanted.length))
  const made = await make(all, now, authority)
  await writeWhole(keyPath, made.key, { isSynced: true })
  await writeWhole(certPath, made.cert, { isSynced: true })
  return made
}

async function make(names: readonly string[], now: number, authority: Authority | null): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'OPS Fusion' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    ...(authority && { ca: { key: authority.key, cert: authority.cert } }),
    // A phone's clock may lag behind ours.
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name }))
      }
    ]
  })
  return { key: made.private, cert: made.cert, fingerprint: new X509Certificate(made.cert).fingerprint256 }
}

/** Whether the authority, or without one the certificate itself, has signed it. */
function isBy(certificate: X509Certificate, authority: Authority | null): boolean {
  return certificate.verify((authority ? new X509Certificate(authority.cert) : certificate).publicKey)
}

/** Null for what is no certificate: a file cut short by a crash is as good as none. */
function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}

function fits(certificate: X509Certificate, key: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

/** @see https://nodejs.org/api/crypto.html#x509subjectaltname: `DNS:a.local, IP Address:10.0.0.2` */
function namesIn({ subjectAltName = '' }: X509Certificate): string[] {
  return subjectAltName.split(', ').map((entry) => entry.replace(/^(DNS|IP Address):/, ''))
}
