import { describe, expect, it } from 'vitest'
import { addressesOf, type Interfaces, localName } from './network'

const at = (address: string, more: { internal?: boolean; family?: 'IPv4' | 'IPv6' } = {}) => ({
  address,
  family: 'IPv4' as const,
  internal: false,
  netmask: '',
  mac: '',
  cidr: null,
  ...more
})

describe('the addresses of this computer', () => {
  it('begin with what a phone in the same Wi-Fi reaches, and end with virtual networks and VPNs', () => {
    const interfaces = {
      tailscale0: [at('100.101.102.103')],
      docker0: [at('172.17.0.1')],
      'vEthernet (WSL)': [at('172.29.0.1')],
      lo: [at('127.0.0.1', { internal: true })],
      utun3: [at('10.8.0.2')],
      eth1: [at('203.0.113.9')],
      wlan0: [at('192.168.1.23'), at('169.254.3.4'), { ...at('fe80::1', { family: 'IPv6' }), scopeid: 1 }]
    } as Interfaces
    expect(addressesOf(interfaces, 'Desk.example.org').map(({ host, kind }) => [host, kind])).toEqual([
      ['192.168.1.23', 'network'],
      ['203.0.113.9', 'network'],
      ['desk.local', 'name'],
      ['172.17.0.1', 'virtual'],
      ['172.29.0.1', 'virtual'],
      ['169.254.3.4', 'virtual'],
      ['100.101.102.103', 'vpn'],
      ['10.8.0.2', 'vpn']
    ])
  })

  it('are none without a network, not even a name', () => {
    expect(addressesOf({ lo: [at('127.0.0.1', { internal: true })] } as Interfaces, 'desk')).toEqual([])
  })

  it('have a name only where a URL can hold it', () => {
    expect(localName('MacBook-Pro.local')).toBe('macbook-pro.local')
    for (const name of ['localhost', '', 'my desk', 'büro', '-x']) expect(localName(name)).toBeNull()
  })
})
