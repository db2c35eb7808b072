import { describe, expect, it } from 'vitest'
import type { HandOverState, Visitor } from '../contracts/hand-over'
import type { Recording } from '../contracts/recording'
import { qrForTerminal, qrOf } from '../main/phone/pairing/qr'
import { codeScreen, outcomeLine, visitorLines } from './pair-screen'

const link = (url: string) => ({ url, qr: qrOf(url) })
const PAIRING: HandOverState = {
  isOn: true,
  fingerprint: null,
  codeExpiresAt: null,
  addresses: [
    { host: '10.0.0.2', kind: 'network', interface: 'wlan0', link: link('https://10.0.0.2:1/#a'), plainLink: null },
    { host: '10.8.0.2', kind: 'vpn', interface: 'tun0', link: link('https://10.8.0.2:1/#a'), plainLink: null }
  ],
  waiting: null,
  phones: [],
  visitors: [],
  isPlainOn: false,
  authority: null,
  hints: []
}
const VISITOR: Visitor = { address: '10.0.0.9', stage: 'page-sent', block: null, at: '', name: null }

describe('ops-fusion pair', () => {
  it('draws the code of the likeliest address and lists every other', () => {
    const screen = codeScreen(PAIRING)!
    expect(screen).toContain(qrForTerminal('https://10.0.0.2:1/#a'))
    expect(screen).toContain('https://10.8.0.2:1/#a  (VPN, tun0)')
    expect(screen).not.toContain('AB:CD')
    expect(codeScreen({ ...PAIRING, authority: 'AB:CD' })).toContain('AB:CD')
    expect(codeScreen({ ...PAIRING, addresses: [] })).toBeNull()
  })

  it('says what the browser will warn of, how to tell that it is this computer, and how to stop', () => {
    const screen = codeScreen({ ...PAIRING, fingerprint: 'EF:01' })!
    expect(screen).toMatch(/warn.*not private.*Advanced.*Show Details/is)
    expect(screen).toContain('EF:01')
    expect(screen.trimEnd()).toMatch(/Ctrl\+C[^\n]*$/)
  })

  it('says how far each phone has come, once', () => {
    const blocked: Visitor = { ...VISITOR, stage: 'microphone-blocked', block: 'denied', name: 'Ann' }
    expect(visitorLines([], [VISITOR])).toEqual(['10.0.0.9  Has fetched the page'])
    expect(visitorLines([VISITOR], [VISITOR])).toEqual([])
    expect(visitorLines([VISITOR], [blocked])).toEqual(['Ann  Gets no microphone: it was not allowed'])
  })

  it('says what became of a phone’s recording, and nothing of others', () => {
    const state = { status: 'failed', error: { code: 'audio-damaged', message: '', values: {} } } as const
    const recording = { name: 'Take 1', source: { kind: 'phone' }, state } as Recording
    const answer = { outcome: 'normal-like', reason: null, murmur: { outcome: 'murmur' } }
    const analysed = { status: 'analysed', analysis: { answer } } as Recording['state']
    expect(outcomeLine({ ...recording, state: analysed })).toBe('Take 1: Normal-like. Murmur heard')
    expect(outcomeLine(recording)).toMatch(/^Take 1: The file is damaged/)
    expect(outcomeLine({ ...recording, source: { kind: 'file' } })).toBeNull()
    expect(outcomeLine({ ...recording, state: { status: 'waiting' } })).toBeNull()
  })
})
