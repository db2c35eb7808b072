import type { Hint, HintCode } from '../../../contracts/hand-over'
import type { MicrophoneBlock } from '../../../contracts/phone-api'
import type { Address } from './network'
import type { Visit } from './visits'

/** After this long without anybody a scan has failed rather than not begun. */
export const NOBODY_CAME_MS = 45_000

const FIREWALLS: Partial<Record<NodeJS.Platform, HintCode>> = {
  win32: 'firewall-windows',
  darwin: 'firewall-mac',
  linux: 'firewall-linux'
}

/**
 * Why a phone does not get through, as far as this side can know: what was seen first, what is likely after it.
 *
 * @param openForMs since the code was shown
 */
export function hintsOf({
  addresses,
  visits,
  openForMs,
  port,
  hasPage,
  platform = process.platform
}: {
  addresses: readonly Address[]
  visits: readonly Visit[]
  openForMs: number
  port: number
  hasPage: boolean
  platform?: NodeJS.Platform
}): Hint[] {
  const hints: Hint[] = []
  const add = (code: HintCode, values: Hint['values'] = {}) => hints.push({ code, values })
  if (!hasPage) add('page-missing')
  if (addresses.length === 0) add('no-network')
  else if (!addresses.some(({ kind }) => kind === 'network')) add('only-virtual')
  for (const block of new Set(visits.flatMap((visit) => (isBlocked(visit) ? [visit.block] : []))))
    add(`microphone-${block}`)
  if (visits.some(({ stage }) => stage === 'certificate-refused')) add('certificate-refused')
  if (visits.length > 0 || openForMs < NOBODY_CAME_MS || addresses.length === 0) return hints
  add('nobody-came')
  const vpn = addresses.find(({ kind }) => kind === 'vpn')
  if (vpn) add('vpn', { interface: vpn.interface })
  const firewall = FIREWALLS[platform]
  if (firewall) add(firewall, { port })
  return hints
}

function isBlocked(visit: Visit): visit is Visit & { block: MicrophoneBlock } {
  return visit.stage === 'microphone-blocked' && visit.block !== null
}
