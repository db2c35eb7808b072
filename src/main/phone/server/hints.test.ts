import { describe, expect, it } from 'vitest'
import { hintsOf, NOBODY_CAME_MS } from './hints'
import type { Address } from './network'

const WIFI: Address = { host: '192.168.1.2', kind: 'network', interface: 'wlan0' }
const VPN: Address = { host: '10.8.0.2', kind: 'vpn', interface: 'tun0' }
const CALM = { addresses: [WIFI], visits: [], openForMs: 0, port: 4790, hasPage: true, platform: 'linux' as const }
const codes = (found: Parameters<typeof hintsOf>[0]) => hintsOf(found).map(({ code }) => code)
const visit = { address: '192.168.1.9', at: '', phoneId: null, block: null }

describe('the connection doctor', () => {
  it('says nothing while there is nothing to say', () => {
    expect(codes(CALM)).toEqual([])
    expect(codes({ ...CALM, openForMs: NOBODY_CAME_MS, visits: [{ ...visit, stage: 'page-sent' }] })).toEqual([])
  })

  it('names what it saw before what it suspects', () => {
    expect(codes({ ...CALM, addresses: [] })).toEqual(['no-network'])
    expect(codes({ ...CALM, addresses: [VPN], hasPage: false })).toEqual(['page-missing', 'only-virtual'])
    expect(codes({ ...CALM, openForMs: NOBODY_CAME_MS, addresses: [WIFI, VPN] })).toEqual([
      'nobody-came',
      'vpn',
      'firewall-linux'
    ])
    expect(hintsOf({ ...CALM, openForMs: NOBODY_CAME_MS, platform: 'win32' }).at(-1)).toEqual({
      code: 'firewall-windows',
      values: { port: 4790 }
    })
    expect(codes({ ...CALM, visits: [{ ...visit, stage: 'certificate-refused' }] })).toEqual(['certificate-refused'])
    expect(codes({ ...CALM, visits: [{ ...visit, stage: 'microphone-blocked', block: 'in-use' }] })).toEqual([
      'microphone-in-use'
    ])
  })
})
