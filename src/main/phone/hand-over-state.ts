import type { HandOverState, PairedPhone, PhoneLink, WaitingPhone } from '../../contracts/hand-over'
import type { Claim } from './pairing/code'
import type { Phone, Phones } from './pairing/phones'
import { qrOf } from './pairing/qr'
import type { ShownCode } from './pairing/shown-code'
import { hintsOf } from './server/hints'
import type { PhoneServer } from './server/phone-server'
import type { PhoneServers } from './server/phone-servers'
import type { Visits } from './server/visits'

/** All that has to do with phones, as it is now. */
interface Sources {
  servers: PhoneServers
  phones: Phones
  visits: Visits
  shown: ShownCode
  /** The page for phones has been built. */
  hasPage: boolean
}

/** What the window shows of the hand-over. */
export function handOverState({ servers, phones, visits, shown, hasPage }: Sources): HandOverState {
  const [secure, plain, addresses] = [servers.secure(), servers.plain(), servers.addresses()]
  const paired = phones.list()
  const visitors = visits.list()
  const nameOf = (phoneId: string | null) => paired.find(({ id }) => id === phoneId)?.name ?? null
  const claim = servers.codes().flatMap((code) => code.claim() ?? [])[0]
  const seen = { addresses, visits: visitors, openForMs: shown.shownForMs(), hasPage }
  return {
    isOn: secure !== null,
    fingerprint: servers.fingerprint(),
    codeExpiresAt: secure?.code.expiresAt() ?? null,
    addresses: secure
      ? addresses.map((address) => ({
          ...address,
          link: linkTo('https', address.host, secure),
          plainLink: plain && linkTo('http', address.host, plain)
        }))
      : [],
    waiting: claim ? waitingPhone(claim) : null,
    phones: paired.map(pairedPhone),
    visitors: visitors.map(({ phoneId, ...visit }) => ({ ...visit, name: nameOf(phoneId) })),
    isPlainOn: plain !== null,
    authority: servers.authority()?.fingerprint ?? null,
    hints: secure ? hintsOf({ ...seen, port: secure.port }) : []
  }
}

function waitingPhone({ phone, words }: Claim): WaitingPhone {
  return { phoneId: phone.id, name: phone.name, words }
}

function pairedPhone({ id, name, scope, pairedAt, lastSeenAt }: Phone): PairedPhone {
  return { phoneId: id, name, isPlain: scope === 'add', pairedAt, lastSeenAt }
}

/** The QR code of a link never changes, and drawing one takes longer than all else here. */
const drawn = new Map<string, PhoneLink>()
const MAX_DRAWN = 64

function linkTo(scheme: 'https' | 'http', host: string, { port, code }: PhoneServer): PhoneLink | null {
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
