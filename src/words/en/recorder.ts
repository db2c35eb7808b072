import { RECORDING_LIMITS } from '../../core/recording-limits'
import type { TakeLevel } from '../../core/take-level'
import type { TakeVerdictCode } from '../../core/take-verdict'
import { frame } from './frame'
import { numbers } from './numbers'
import { phone } from './phone'
import { recordingLimits } from './recording-limits'

/** What is so, and what to do about it. */
export interface Advice {
  title: string
  todo: string
}

const seconds = (value: number): string => `${numbers.integer(value)}\u00a0s`
const takes = (count: number): string =>
  `${numbers.integer(count)} ${numbers.plural(count, { one: 'recording', other: 'recordings' })}`

/** What is wrong with a take, and how the next one gets better. */
const VERDICTS: Record<TakeVerdictCode, Advice> = {
  good: { title: 'Good recording', todo: 'A steady beat is heard, and nothing disturbs it.' },
  'too-short': {
    title: 'Too short',
    todo: `Record ten seconds. Under ${RECORDING_LIMITS.windowS} there is less than the network hears at once.`
  },
  'too-quiet': { title: 'Too quiet', todo: 'Hold the microphone end flat on bare skin, and press a little more.' },
  clipped: { title: 'Too loud', todo: 'The sound is cut off. Press more lightly, and do not tap the phone.' },
  speech: { title: 'Somebody is talking', todo: 'Record again without talking, music or television.' },
  rubbing: { title: 'Something rubs', todo: 'Take off the case, hold it on bare skin, and keep your fingers still.' },
  'no-beat': { title: 'No beat found', todo: 'Try another place on the chest, or lean forward and breathe out.' }
}

/** The same while it is made. */
const LEVELS: Record<TakeLevel, string> = {
  'too-quiet': `${VERDICTS['too-quiet'].title}: press a little more`,
  clipped: `${VERDICTS.clipped.title}: press less`,
  right: 'Level is right'
}

/** Why a take ended on its own. */
const ENDS = {
  hidden: 'The recording stopped because the page was left or the screen was locked.',
  interrupted: 'The recording stopped because something else took the sound, such as a call.',
  muted: 'The recording stopped because the microphone was muted.',
  'device-lost': 'The recording stopped because the microphone changed or was unplugged.'
}

const BLOCKS = {
  insecure: {
    title: 'This page may not use the microphone',
    todo: 'It was opened over plain HTTP, where no browser allows it. Open the https address, or send a file.'
  },
  denied: {
    title: 'The microphone is not allowed',
    todo: 'Tap the icon beside the address, allow the microphone, and try again. On an iPhone look in Settings, Safari, Microphone too.'
  },
  none: { title: 'No microphone was found', todo: 'Connect one, or send a file.' },
  'in-use': {
    title: 'The microphone is in use',
    todo: 'Another app or a call holds it. End that, then try again.'
  },
  unsupported: {
    title: 'This browser cannot record',
    todo: 'Open the link in Safari or Chrome itself: pages opened inside other apps often cannot record.'
  }
}

/** What the desktop's refusal means here; nothing of what was recorded is lost by any of them. */
const REFUSALS: Readonly<Record<string, Advice>> = {
  'not-paired': {
    title: 'This phone is no longer paired',
    todo: 'Scan the code on the computer again. Everything you recorded is still here.'
  },
  'code-expired': {
    title: 'This code is no longer valid',
    todo: 'A code works for five minutes and for one phone. Show a new one on the computer and scan it.'
  },
  'bad-signature': { title: 'The pairing does not fit any more', todo: 'Scan the code on the computer again.' },
  'not-allowed': { title: 'The computer refused', todo: 'Scan the code on the computer again.' },
  'too-large': { title: 'Too large', todo: 'The computer does not take files of this size. Cut it shorter.' },
  'disk-full': { title: 'The computer’s disk is full', todo: 'Free some room there. Sending goes on by itself.' },
  'too-many-guesses': { title: 'Too many attempts', todo: 'Wait a minute, then show a new code and scan it.' },
  'invalid-request': {
    title: 'The computer did not understand',
    todo: 'Load this page again. If it stays so, download the recording and open it there.'
  }
}

const NO_ROOM: Advice = {
  title: 'The computer’s disk is almost full',
  todo: 'Free some room there before you record. Until then recordings stay on this phone.'
}

const OTHER_REFUSAL: Advice = { title: 'The computer had a problem', todo: 'It is tried again by itself.' }

/** Every sentence of the phone page. */
export const recorder = {
  app: frame.product,
  pageTitle: (screen: string): string => `${screen} · ${frame.product}`,
  back: 'Back',
  next: 'Next',
  again: 'Try again',
  noRoom: NO_ROOM,
  experimental: 'Experimental. Not a medical device.',
  state: {
    connected: (desktop: string): string => `Connected to ${desktop}`,
    unpaired: 'Not paired',
    unreachable: 'Computer not reached',
    looking: 'Looking for the computer'
  },
  kept: {
    badge: (count: number): string => `${takes(count)} on this phone`,
    title: 'On this phone',
    lead: 'Kept here until the computer confirms that it has them, or you delete them.',
    empty: 'Nothing is waiting. Everything you sent has arrived.',
    draft: 'Not sent yet',
    waiting: 'Waiting to be sent',
    unsafe: 'The browser did not promise to keep these. Send or download them soon.',
    send: 'Send',
    download: 'Download',
    delete: 'Delete',
    deleteSure: 'Delete for good?',
    elsewhere: (origin: string, count: number): string =>
      `${takes(count)} ${numbers.plural(count, { one: 'is', other: 'are' })} still waiting under the computer’s former address, ${origin}.`,
    elsewhereOpen: 'Open that address'
  },
  pair: {
    title: 'Same words?',
    lead: (desktop: string): string => `${desktop} must show the same two words. Confirm them there.`,
    and: 'and',
    waiting: 'Waiting for your click on the computer',
    needed: 'Scan the code',
    neededLead: 'This phone is not paired with a computer yet.',
    steps: [
      `On the computer, open ${frame.product} and choose “${frame.views.phone}”, then “${phone.open}”.`,
      'Point this phone’s camera at the code.',
      'Open the link in Safari or Chrome.'
    ],
    withoutLead: 'You can record without a computer and send it later.',
    without: 'Record without pairing'
  },
  unreachable: {
    title: 'The computer does not answer',
    lead: 'What you record is kept on this phone and sent as soon as the computer answers.',
    causes: [
      'Are both in the same Wi-Fi? A guest network keeps them apart.',
      `Is “${phone.title}” still open on the computer, and is it awake?`,
      'Is a VPN on, here or there? Turn it off for now.',
      `Does its firewall allow ${frame.product} in private networks?`
    ],
    waiting: (count: number): string =>
      `${takes(count)} ${numbers.plural(count, { one: 'waits', other: 'wait' })} on this phone.`,
    moved: (origin: string): string =>
      `Did its address change? Scan the new code. What waits here stays under ${origin}: download it, or come back here.`,
    record: 'Record all the same'
  },
  place: {
    title: 'Where do you hold it?',
    lead: 'Tap a place, or leave it open. The microphone end goes on bare skin.',
    chest: 'Chest, seen from the front',
    yourRight: 'your right',
    yourLeft: 'your left',
    posture: 'Posture',
    tips: ['Remove the case', 'Quiet room, no talking', 'Hold still, breathe gently'],
    pickFile: 'Analyse a file'
  },
  trust: {
    title: 'Trust this computer',
    lead: (desktop: string): string =>
      `Without the browser’s warning from now on: this phone installs a certificate of ${desktop}. It vouches for local addresses only.`,
    compare: 'Before you install it, compare its SHA-256 fingerprint with the one on the computer’s screen.',
    download: { ios: 'Download the profile', android: 'Download the certificate' },
    undo: 'To undo it, delete it in the same place of the settings.'
  },
  record: {
    title: 'Record',
    start: 'Record',
    stop: 'Stop',
    starting: 'Allow the microphone',
    howLong: 'Length',
    seconds,
    ready: 'Hold the phone in place, then tap.',
    listening: 'Listening for a beat …',
    beat: (bpm: number): string => `Beat heard, ${numbers.integer(bpm)} a minute`,
    level: (level: TakeLevel): string => LEVELS[level],
    wave: 'The sound of the last five seconds',
    take: (take: number): string => `Take ${numbers.integer(take)}`
  },
  microphone: {
    title: 'Microphone',
    rate: (hertz: number): string => `${numbers.hertz(hertz)}`,
    raw: 'Unfiltered sound: the browser says that its speech filters are off.',
    processed: (filters: readonly string[]): string =>
      `The browser still filters this sound (${numbers.list(filters)}). It removes much of a heart sound: try another browser.`,
    unknown: 'The browser does not say whether it filters the sound.',
    filters: {
      echoCancellation: 'echo cancellation',
      noiseSuppression: 'noise suppression',
      autoGainControl: 'automatic gain'
    },
    encoded: 'This browser gives only compressed sound, which may lose soft parts.',
    bluetooth: (label: string): string =>
      `This is a headset (${label}). It records telephone sound, and from the wrong place: disconnect it and record again.`,
    lowRate: (hertz: number): string =>
      `The microphone runs at only ${numbers.hertz(hertz)}, as headsets do. Disconnect any headset and record again.`,
    block: (block: keyof typeof BLOCKS): Advice => BLOCKS[block]
  },
  review: {
    title: 'Listen',
    checking: 'Checking the sound …',
    play: 'Play',
    pause: 'Pause',
    louder: 'Played louder than recorded. Headphones carry the low sounds; phone speakers do not.',
    wave: (durationS: number): string => `The recording, ${numbers.duration(durationS)}`,
    verdict: (code: TakeVerdictCode): Advice => VERDICTS[code],
    measured: (bpm: number | null, durationS: number): string =>
      bpm === null
        ? numbers.duration(durationS)
        : `${numbers.duration(durationS)}, about ${numbers.integer(bpm)} beats a minute`,
    ended: (end: keyof typeof ENDS): string => `${ENDS[end]} What came before is kept.`,
    nothing: 'No sound came from the microphone, so there is nothing to keep.',
    takes: 'Takes',
    best: 'best',
    othersDropped: 'The other takes are dropped once this one has arrived.',
    again: 'Record again',
    send: 'Send',
    sendAnyway: 'Send anyway',
    keep: 'Keep',
    details: 'Place, person, note',
    person: 'Name or number (optional)',
    note: 'Note (optional)',
    more: 'Download, or analyse here',
    download: 'Download as WAV',
    downloadFile: 'Download the file',
    here: 'Analyse on this phone only'
  },
  file: {
    title: 'Analyse a file',
    lead: `${recordingLimits.formats}, or the sound of a film: ${recordingLimits.length}.`,
    choose: 'Choose a file',
    onlyHere: 'Nothing is sent. Any WAV or FLAC, and what this browser can play.',
    recordWith: 'Phone’s recorder',
    iphone: 'On an iPhone: record in Voice Memos, share it, save it to Files, then choose it here.',
    processed: 'Recorder apps filter and compress the sound. Recording on this page keeps more of it.',
    empty: 'This file is empty.',
    tooLarge: (bytes: number, most: number): string =>
      `This file has ${numbers.bytes(bytes)}; the computer takes at most ${numbers.bytes(most)}.`,
    addOnly: 'Files only',
    addOnlyLead:
      'This address is not encrypted, so the browser gives no microphone, and answers are shown on the computer only. Others in this network could listen.'
  },
  send: {
    title: 'Sending',
    sending: (fraction: number): string => `${numbers.percent(fraction)} sent`,
    kept: 'Kept on this phone until it has arrived.',
    stored: 'The computer has it',
    waiting: 'Waiting for the computer. It goes on by itself.',
    notConfirmed: 'Confirm the words on the computer, then it goes on.',
    /** @param code of the phone contract */
    refusal: (code: string): Advice => REFUSALS[code] ?? OTHER_REFUSAL,
    onComputer: 'The answer is shown on the computer.',
    notSent: 'Not sent'
  },
  answer: {
    title: 'Answer',
    another: 'Record another',
    tryThis: 'What to do',
    measured: 'What was measured',
    limits: 'Limits',
    from: (desktop: string): string => `From ${desktop}`,
    fromPhone: (ms: number): string => `Worked out on this phone in ${numbers.milliseconds(ms)}. Nothing was sent.`
  },
  here: {
    title: 'On this phone only',
    loading: 'Fetching the network (15 MB, once)',
    warming: 'Getting ready',
    working: 'Analysing',
    failed: 'The analysis on this phone did not work. The recording is kept; send it instead.'
  },
  noStorage: 'This browser keeps nothing (private window?). Leave the page open until it is sent.',
  broken: 'Something went wrong on this page. Load it again; what was recorded is kept.'
}
