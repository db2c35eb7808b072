interface Processing {
  echoCancellation: boolean | null
  noiseSuppression: boolean | null
  autoGainControl: boolean | null
}

type Values = Readonly<Record<string, string | number>>

/** What was found, why it matters, what to do about it. */
interface HintWords {
  cause: string
  mend: string
}

const ELSEWHERE =
  'Guest networks and some public ones keep devices apart: use a home network, or the phone’s own hotspot.'

const HINTS = {
  'no-network': () => ({
    cause: 'This computer is in no network.',
    mend: 'Connect it to the Wi-Fi that the phone uses, or to the phone’s own hotspot.'
  }),
  'only-virtual': () => ({
    cause: 'This computer has only addresses of virtual networks or a VPN.',
    mend: 'Connect it to the Wi-Fi that the phone uses.'
  }),
  'page-missing': () => ({
    cause: 'The page for phones is not part of this build.',
    mend: 'Install the program again. From the source, build it with npm run build.'
  }),
  'certificate-refused': () => ({
    cause: 'A phone came and did not go past its warning about the certificate.',
    mend: 'On the phone open the details of the warning and visit the page all the same. It comes because this computer vouches for itself.'
  }),
  'microphone-insecure': () => ({
    cause: 'A phone opened the page without encryption, where browsers give no microphone.',
    mend: 'Scan the code of the encrypted page, or send a recording as a file.'
  }),
  'microphone-denied': () => ({
    cause: 'A phone’s browser was not allowed to use the microphone.',
    mend: 'Allow it in the settings of that page in the browser, then load the page again.'
  }),
  'microphone-none': () => ({
    cause: 'A phone’s browser found no microphone.',
    mend: 'Unplug headsets, or send a recording as a file.'
  }),
  'microphone-in-use': () => ({
    cause: 'Another app on the phone holds the microphone.',
    mend: 'End calls and recording apps on the phone, then try again.'
  }),
  'microphone-unsupported': () => ({
    cause: 'The browser on the phone cannot record.',
    mend: 'Open the link in Safari or Chrome, not inside another app.'
  }),
  vpn: ({ interface: name }) => ({
    cause: `A VPN is on (${name ?? '?'}). It may lead the phone’s answers elsewhere.`,
    mend: 'Switch the VPN off on both devices while you pair, or allow local networks in it.'
  }),
  'nobody-came': () => ({
    cause: 'No phone has reached this computer yet.',
    mend: `Check that the phone is in the same Wi-Fi and not on mobile data, then choose another address in the list. ${ELSEWHERE}`
  }),
  'firewall-windows': ({ port }) => ({
    cause: 'Windows may be keeping phones out.',
    mend: `Set this network to “private” and allow OPS Fusion for private networks in Windows Defender Firewall (TCP port ${port ?? ''}).`
  }),
  'firewall-mac': () => ({
    cause: 'macOS may be keeping phones out.',
    mend: 'Allow incoming connections for OPS Fusion: System Settings, Network, Firewall, Options.'
  }),
  'firewall-linux': ({ port }) => ({
    cause: 'A firewall may be keeping phones out.',
    mend: `Let TCP port ${port ?? ''} in from your local network, for example with ufw or firewalld.`
  })
} satisfies Record<string, (values: Values) => HintWords>

const STAGES = {
  connected: 'Reached this computer',
  'certificate-refused': 'Stands before the certificate warning',
  'page-sent': 'Has fetched the page',
  'page-running': 'Shows the page',
  pairing: 'Has scanned the code',
  'microphone-asked': 'Is asked for the microphone',
  'microphone-blocked': 'Gets no microphone',
  'microphone-allowed': 'Has its microphone',
  recording: 'Is recording',
  recorded: 'Has recorded',
  sending: 'Is sending',
  sent: 'Has sent a recording',
  'result-shown': 'Shows the answer'
}

const BLOCKS = {
  insecure: 'the page is not encrypted',
  denied: 'it was not allowed',
  none: 'there is none',
  'in-use': 'another app holds it',
  unsupported: 'the browser cannot record'
}

const WAYS = {
  worklet: 'Every sample as the browser gave it',
  recorder: 'Through the browser’s own encoder, which may lose weak, low sound',
  file: 'A file that was chosen on the phone; what processed it is not known'
}

const ENDS = {
  time: 'Its time was over',
  person: 'It was stopped by hand',
  hidden: 'The page went out of sight',
  interrupted: 'A call or another app broke in',
  muted: 'The microphone went silent',
  'device-lost': 'The microphone was taken away'
}

const known = (value: boolean | null): string => (value === null ? 'not told' : value ? 'on' : 'off')

/** What is chosen on the computer; the phone’s page names it too. */
const PAIR = 'Pair a phone'

/** The hand-over to phones, in the window and in the terminal. */
export const phone = {
  title: PAIR,
  lead: 'Record with a phone’s microphone. The recording comes to this computer over your own network: no account, no internet, nothing to install.',
  offNote:
    'No phone can reach this computer now. Pairing begins only when you ask for it, and ends by itself after half an hour without a phone.',
  open: PAIR,
  stop: 'Stop taking recordings',
  steps: [
    'Put the phone in the same Wi-Fi as this computer.',
    'Scan the code with the phone’s camera.',
    'The browser warns that it does not know the certificate: choose “details” or “advanced”, then visit the page.',
    'Compare the two words on both screens and confirm them here.'
  ],
  scan: 'Scan with the phone’s camera',
  qrLabel: (url: string): string => `QR code of ${url.replace(/#.*/, '')}`,
  link: 'Link',
  linkNote:
    'Good for one phone and five minutes. Send it only to yourself: whoever opens it first is asked for here. Mail and messengers pass it on through their own servers.',
  copy: 'Copy link',
  copied: 'Link copied.',
  notCopied: 'The clipboard could not be reached: select the link and copy it by hand.',
  share: {
    title: 'Send the link to the phone',
    subject: 'OPS Fusion: record with this phone',
    text: (url: string): string =>
      `Open this on the phone, in the same Wi-Fi as the computer, within five minutes: ${url}`,
    ways: { mail: 'Mail', message: 'Text message', whatsapp: 'WhatsApp' },
    system: 'Share …'
  },
  expires: (seconds: number): string =>
    `New code needed in ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  noCode: 'The code has been used, or its five minutes are over.',
  newCode: 'Show a new code',
  address: 'Address of this computer',
  addressNote: 'If the phone cannot open the page, try another one.',
  kinds: { network: 'network', name: 'by name', virtual: 'virtual network', vpn: 'VPN' },
  page: { label: 'Page', secure: 'Encrypted', plain: 'Without encryption' },
  waiting: {
    title: (name: string): string => `“${name}” wants to send recordings`,
    question: 'Does the phone show these two words?',
    yes: 'Yes, the same words',
    no: 'No, other words',
    noted: 'If they differ somebody else has scanned the code. Say no and show a new one.'
  },
  visitors: {
    title: 'What phones are doing',
    none: 'Nobody has come yet. As soon as a phone reaches this computer it is shown here.',
    stage: (stage: keyof typeof STAGES, block: keyof typeof BLOCKS | null): string =>
      block === null ? STAGES[stage] : `${STAGES[stage]}: ${BLOCKS[block]}`
  },
  phones: {
    title: 'Paired phones',
    none: 'None yet.',
    seen: (when: string): string => `last here ${when}`,
    paired: (when: string): string => `paired ${when}`,
    plain: 'without encryption',
    rename: 'Rename',
    renameLabel: 'Name of the phone',
    remove: 'Remove',
    removed: (name: string): string => `${name} is removed: what it sends from now on is refused.`
  },
  hints: {
    title: 'If it does not work',
    say: (code: keyof typeof HINTS, values: Values): HintWords => HINTS[code](values)
  },
  plain: {
    title: 'For phones that cannot get past the warning',
    label: 'Also offer a page without encryption',
    text: 'On it a phone can only choose a file and send it; no answer comes back and nothing can be read. Others in the same network could listen to what is sent, or change the page. Use it in a network you trust, and switch it off afterwards.'
  },
  trust: {
    title: 'For phones that come often: trust this computer',
    label: 'Offer a certificate that phones can trust for good',
    text: 'The warning then stays away on phones that install it. It vouches for addresses of local networks only, not for anything on the internet; its key stays on this computer. Switching it on or off brings the warning back once for phones that have not installed it.',
    fingerprint: 'Compare this fingerprint with the one that the phone shows before it installs the certificate:',
    limit:
      'The phone fetches it over the same connection that the warning is about: only the fingerprint proves that it is this computer’s. Android says from then on that the network may be monitored; that is said of every certificate of one’s own.',
    where: 'On the phone: the page, then “Trust this computer”.',
    systems: { ios: 'iPhone and iPad', android: 'Android' },
    steps: {
      ios: [
        'Download the profile and allow it.',
        'Settings, Profile Downloaded (or General, VPN & Device Management): open it, compare the fingerprint under More Details, install.',
        'Settings, General, About, Certificate Trust Settings: switch it on.',
        'Load the page again: the warning is gone.'
      ],
      android: [
        'Download the certificate.',
        'Settings, Security, More security settings, Encryption & credentials, Install a certificate, CA certificate: choose the downloaded file. The names differ a little between makers.',
        'Open it under Trusted credentials, User, and compare the fingerprint.',
        'Load the page again: the warning is gone. Firefox asks for its own setting besides.'
      ]
    },
    profile: {
      name: 'OPS Fusion on this computer',
      about: 'Lets this phone open the page of one computer without a warning. It vouches for local addresses only.'
    }
  },
  firewall: {
    offer: 'Let phones in …',
    question:
      'A rule is added to Windows Defender Firewall: this one port, for devices of the same network, in private networks only. Windows then asks for an administrator.',
    yes: 'Add the rule',
    no: 'Not now',
    added: 'The firewall lets phones in now. Try the code again.',
    notAdded: 'The rule was not added. You can add it by hand, as described.'
  },
  proof: {
    title: 'What the warning means',
    text: 'Nobody outside vouches for this computer, so the browser cannot tell it from another that takes its place. The words show that the phone was paired with this window; they do not show that nobody sits in between. To be sure, compare this fingerprint with the one in the browser’s view of the certificate:'
  },
  capture: {
    title: 'Chain of capture',
    phone: 'Phone',
    browser: 'Browser',
    way: 'How it was taken',
    microphone: 'Microphone',
    rate: 'Rate on the phone',
    codec: 'Sent as',
    processing: 'Speech processing',
    ended: 'Why it ended',
    clipping: 'Clipped',
    level: 'Level',
    signalToNoise: 'Signal to noise',
    above: (decibels: string): string => `${decibels}, the sounds over the quiet between them`,
    site: 'Where on the chest',
    posture: 'Posture',
    person: 'Person',
    note: 'Note',
    notTold: 'not told',
    ways: WAYS,
    ends: ENDS,
    processed: ({ echoCancellation, noiseSuppression, autoGainControl }: Processing): string =>
      `echo cancellation ${known(echoCancellation)}, noise suppression ${known(noiseSuppression)}, automatic gain ${known(autoGainControl)}`,
    processedNote: 'Speech processing was on: it is made for voices and takes away much of what a heart sounds like.'
  },
  terminal: {
    purpose: 'pair a phone and take in its recordings, without a window',
    data: 'folder of the library',
    plain: 'also offer a page without encryption, for phones that cannot get past the warning',
    trust: 'offer a certificate that phones can trust for good; it stays on offer',
    scan: 'Scan this with the phone’s camera:',
    addresses: 'If the phone cannot open it, one of these may:',
    warning:
      'The browser then warns that it does not know this computer: “Your connection is not private”, or “This Connection Is Not Private” on an iPhone. Choose “Advanced” or “Show Details”, then visit the page all the same.',
    fingerprint:
      'To be sure that it is this computer, compare this with the fingerprint in the browser’s view of the certificate:',
    stop: 'Enter shows a new code, Ctrl+C ends. It ends by itself after half an hour without a phone.',
    waiting: (name: string, [first, second]: readonly [string, string]): string =>
      `“${name}” wants to send recordings. Does it show the words  ${first} ${second}  ? [y/n] `,
    confirmed: (name: string): string => `${name} is paired. Enter shows a code for another phone, Ctrl+C ends.`,
    refused: 'Refused. Enter shows a new code, Ctrl+C ends.',
    expired: 'The code is too old. Enter shows a new one, Ctrl+C ends.',
    visitor: (address: string, stage: string): string => `${address}  ${stage}`,
    arrived: (name: string): string => `Received: ${name}`,
    answer: (name: string, said: string): string => `${name}: ${said}`,
    idle: 'No phone came for half an hour; no recording is taken any more.'
  }
}
