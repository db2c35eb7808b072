import { describe, expect, it } from 'vitest'
import { firewallCommand, openFirewall } from './firewall'

describe('the firewall’s rule', () => {
  it('lets one port in, from the same network, where that is private', () => {
    const { file, args } = firewallCommand(4790)
    const said = args.at(-1) ?? ''
    expect(file).toBe('powershell.exe')
    for (const part of ['profile=private', 'remoteip=localsubnet', 'localport=4790', 'dir=in', '-Verb RunAs'])
      expect(said).toContain(part)
    expect(said).not.toMatch(/profile=(any|public|domain)/)
  })

  it.each([0, 65_536, 1.5, Number.NaN, '4790; calc' as unknown as number])(
    'takes nothing that is no port: %s',
    (port) => {
      expect(() => firewallCommand(port)).toThrow(RangeError)
    }
  )

  it('is added on Windows only', async () => {
    await expect(openFirewall(4790, 'linux')).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
