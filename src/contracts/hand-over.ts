import type { MicrophoneBlock, VisitStage } from './phone-api'

/** All that the window shows of the hand-over to phones; told anew on every change. */
export interface HandOverState {
  isOn: boolean
  /** SHA-256 of the certificate, as a browser shows it; null while off. */
  fingerprint: string | null
  /** When the code in the links stops to be good, ISO 8601; null where there is none to scan. */
  codeExpiresAt: string | null
  /** Where a phone may find this computer: the likeliest first, virtual and VPN ones last. */
  addresses: PhoneAddress[]
  /** Has the code and waits until somebody says that both screens show the same words. */
  waiting: WaitingPhone | null
  phones: PairedPhone[]
  /** Who came, and how far; newest first. */
  visitors: Visitor[]
  isPlainOn: boolean
  /** SHA-256 of the authority that phones may trust for good, as they show it; null where none is offered. */
  authority: string | null
  hints: Hint[]
}

export interface PhoneAddress {
  host: string
  kind: 'network' | 'name' | 'virtual' | 'vpn'
  /** The system's name of the interface; empty for a `name`. */
  interface: string
  /** Null where there is no code, and for `plain` where it is off. */
  link: PhoneLink | null
  plainLink: PhoneLink | null
}

export interface PhoneLink {
  url: string
  qr: Qr
}

/** A QR code of `size` x `size` squares, with its quiet zone, as an SVG path. */
export interface Qr {
  size: number
  path: string
}

export interface WaitingPhone {
  phoneId: string
  name: string
  words: [string, string]
}

export interface PairedPhone {
  phoneId: string
  name: string
  isPlain: boolean
  /** ISO 8601. */
  pairedAt: string
  lastSeenAt: string | null
}

export interface Visitor {
  address: string
  stage: VisitStage
  block: MicrophoneBlock | null
  /** ISO 8601. */
  at: string
  /** The paired phone's, where it said which it is. */
  name: string | null
}

/** What the connection doctor found or suspects, the surest first; `src/words` has cause and mend. */
export type HintCode =
  | 'no-network'
  | 'only-virtual'
  | 'page-missing'
  | 'certificate-refused'
  | 'microphone-insecure'
  | 'microphone-denied'
  | 'microphone-none'
  | 'microphone-in-use'
  | 'microphone-unsupported'
  | 'vpn'
  | 'nobody-came'
  | 'firewall-windows'
  | 'firewall-mac'
  | 'firewall-linux'

export interface Hint {
  code: HintCode
  /** E.g. the port that a firewall must let in. */
  values: Readonly<Record<string, string | number>>
}
