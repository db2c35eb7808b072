import { createHash, X509Certificate } from 'node:crypto'
import { wordsFor } from '../../../words/words'
import type { Authority } from './authority'

/** The authority in DER: what Android, Windows and all others install. */
export function authorityFile({ cert }: Authority): Buffer {
  return new X509Certificate(cert).raw
}

/**
 * The authority as iOS installs it: a profile with nothing else in it.
 *
 * @source Apple, Device Management: TopLevel, CertificateRoot
 */
export function profileFile(authority: Authority): string {
  const { name, about } = wordsFor('en').phone.trust.profile
  const certificate = payload('com.apple.security.root', 1, authority, [
    string('PayloadDisplayName', name),
    string('PayloadDescription', about),
    `<key>PayloadContent</key><data>${authorityFile(authority).toString('base64')}</data>`
  ])
  const whole = payload('Configuration', 2, authority, [
    string('PayloadDisplayName', name),
    string('PayloadDescription', about),
    '<key>PayloadRemovalDisallowed</key><false/>',
    `<key>PayloadContent</key><array>${certificate}</array>`
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<plist version="1.0">${whole}</plist>`,
    ''
  ].join('\n')
}

/** The same authority has the same identifiers, so that installing it twice is installing it once. */
function payload(type: string, part: number, { fingerprint }: Authority, more: string[]): string {
  const hex = createHash('sha256').update(`${part} ${fingerprint}`).digest('hex')
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
  return [
    '<dict>',
    string('PayloadType', type),
    '<key>PayloadVersion</key><integer>1</integer>',
    string('PayloadIdentifier', `org.opsfusion.desktop.${uuid}`),
    string('PayloadUUID', uuid.toUpperCase()),
    ...more,
    '</dict>'
  ].join('\n')
}

function string(key: string, value: string): string {
  const safe = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<key>${key}</key><string>${safe}</string>`
}
