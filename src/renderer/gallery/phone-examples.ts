import type { HandOverState } from '../../contracts/hand-over'
import type { PhoneSource } from '../../contracts/recording'
import type { PhoneActions } from '../phone/use-phone-actions'
import { nothing } from './sheet'

const URL = 'https://192.168.1.23:4790/#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
/** No code that leads anywhere: a frame to see where one stands. */
const LINK = { url: URL, qr: { size: 29, path: 'M4 4h7v7H4zM18 4h7v7H18zM4 18h7v7H4z' } }

/** No phone can reach this computer, and one is remembered. */
export const closedPairing: HandOverState = {
  isOn: false,
  fingerprint: null,
  codeExpiresAt: null,
  addresses: [],
  waiting: null,
  phones: [
    { phoneId: '1', name: 'Chrome on Android', isPlain: false, pairedAt: '2026-11-21T14:03:00Z', lastSeenAt: null },
    {
      phoneId: '2',
      name: 'An old phone with a very long name, from the second drawer',
      isPlain: true,
      pairedAt: '2026-11-20T09:00:00Z',
      lastSeenAt: '2026-11-21T14:03:00Z'
    }
  ],
  visitors: [],
  isPlainOn: false,
  authority: null,
  hints: []
}

/** Everything at once that the open door can show. */
export const openPairing: HandOverState = {
  ...closedPairing,
  isOn: true,
  fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
  codeExpiresAt: '2100-01-01T00:00:00Z',
  addresses: [
    { host: '192.168.1.23', kind: 'network', interface: 'wlan0', link: LINK, plainLink: LINK },
    { host: 'desk.local', kind: 'name', interface: '', link: LINK, plainLink: LINK },
    { host: '10.8.0.2', kind: 'vpn', interface: 'tun0', link: LINK, plainLink: LINK }
  ],
  waiting: {
    phoneId: '3',
    name: 'Safari on iOS',
    words: ['pelican', 'lighthouse']
  },
  visitors: [
    { address: '192.168.1.41', stage: 'microphone-blocked', block: 'denied', at: '2026-11-21T14:03:00Z', name: null }
  ],
  isPlainOn: true,
  authority: Array.from({ length: 32 }, () => 'CD').join(':'),
  hints: [
    { code: 'microphone-denied', values: {} },
    { code: 'firewall-windows', values: { port: 4790 } }
  ]
}

export const processedSource: PhoneSource = {
  kind: 'phone',
  phone: 'Chrome on Android',
  phoneId: '1',
  capture: {
    way: 'recorder',
    browser: 'Chrome 142, Android 16',
    microphone: null,
    sampleRate: 48_000,
    processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: null },
    codec: 'audio/webm;codecs=opus',
    ended: 'interrupted'
  },
  site: 'MV',
  posture: 'sitting',
  person: '7',
  note: 'second try\nafter the stairs',
  recordedAt: '2026-11-21T14:03:00Z'
}

export const phoneActions: PhoneActions = {
  onOpen: nothing,
  onStop: nothing,
  onNewCode: nothing,
  onConfirm: nothing,
  onRefuse: nothing,
  onRename: nothing,
  onRemove: nothing,
  onPlain: nothing,
  onTrust: nothing,
  onFirewall: nothing
}
