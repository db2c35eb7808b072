import type { HandOverState, PhoneLink } from '../../contracts/hand-over'
import type { Code } from './pairing/code'
import type { Phone } from './pairing/phones'
import { qrOf } from './pairing/qr'
import { hintsOf } from './server/hints'
import type { Address } from './server/network'
import type { Visit } from './server/visits'

/** One open server for phones. */
interface OpenServer {
  port: number
  code: Code
}

export interface Standing {
  desktop: string
  fingerprint: string | null
  addresses: readonly Address[]
  secure: OpenServer | null
  plain: OpenServer | null
  phones: readonly Phone[]
  visits: readonly Visit[]
  openForMs: number
  isGuessed: boolean
  authority: string | null
  hasPage: boolean
}

/** What the window shows of where the hand-over stands. */
export function handOverState(standing: Standing): HandOverState {
  const { desktop, fingerprint, addresses, secure, plain, phones, visits, openForMs, isGuessed, hasPage } = standing
  const claims = [secure, plain].flatMap((server) => server?.code.claim() ?? [])
  const nameOf = (phoneId: string | null) => phones.find(({ id }) => id === phoneId)?.name ?? null
  return {
    isOn: secure !== null,
    desktop,
    fingerprint,
    codeExpiresAt: secure?.code.expiresAt() ?? null,
    addresses: secure
      ? addresses.map((address) => ({
          ...address,
          link: linkTo('https', address.host, secure),
          plainLink: plain && linkTo('http', address.host, plain)
        }))
      : [],
    waiting:
      claims
        .map(({ phone, words, address }) => ({
          phoneId: phone.id,
          name: phone.name,
          words,
          address,
          isPlain: phone.scope === 'add'
        }))
        .at(0) ?? null,
    phones: phones.map(({ id, name, scope, pairedAt, lastSeenAt }) => ({
      phoneId: id,
      name,
      isPlain: scope === 'add',
      pairedAt,
      lastSeenAt
    })),
    visitors: visits.map(({ phoneId, ...visit }) => ({ ...visit, name: nameOf(phoneId) })),
    isGuessed,
    isPlainOn: plain !== null,
    authority: standing.authority,
    hints: secure ? hintsOf({ addresses, visits, openForMs, port: secure.port, hasPage }) : []
  }
}

/** The QR code of a link never changes, and drawing one takes longer than all else here. */
const drawn = new Map<string, PhoneLink>()
const MAX_DRAWN = 64

function linkTo(scheme: 'https' | 'http', host: string, { port, code }: OpenServer): PhoneLink | null {
  const secret = code.secret()
  if (secret === null) return null
  const url = `${scheme}://${host}:${port}/#${secret}`
  const known = drawn.get(url)
  if (known) return known
  if (drawn.size >= MAX_DRAWN) drawn.clear()
  const link = { url, qr: qrOf(url) }
  drawn.set(url, link)
  return link
}
