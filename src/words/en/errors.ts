import type { ErrorCode, ErrorReply, ErrorValues } from '../../core/errors'
import { RECORDING_LIMITS } from '../../core/recording-limits'
import { numbers } from './numbers'

/** A failure for people. */
export interface ErrorWords {
  /** What happened. */
  what: string
  /** What was kept. True behind every door, also in the terminal. */
  kept: string
  /** What to do. */
  todo: string
}

const UNCHANGED = 'Your own file is unchanged.'
const NOTHING_LOST = 'Recordings you already have are unchanged.'
const SEND_WAV = 'Save it as WAV, FLAC, MP3 or M4A (AAC) and try again.'

const AMR_SETTING = `In the phone’s recorder app, choose M4A (AAC) or WAV as the format, then record again. ${SEND_WAV}`

/** What helps on the phones that write these formats. */
const PHONE_SETTINGS: Readonly<Record<string, string>> = {
  'Apple Lossless (ALAC)': `On an iPhone, set Voice Memos’ audio quality to Compressed in the settings, then record again. ${SEND_WAV}`,
  AMR: AMR_SETTING,
  'AMR wideband': AMR_SETTING
}

/** ` (name)`, or nothing where the value is missing: a sentence must stand without it. */
function aside(value: string | number | undefined): string {
  return value === undefined ? '' : ` (${value})`
}

function numberOr(value: string | number | undefined, fallback: number): number {
  return typeof value === 'number' ? value : fallback
}

/** One saying a code; whoever throws may give the values that it reads, none has to. */
const sayings: Record<ErrorCode, (values: ErrorValues) => ErrorWords> = {
  'audio-empty': () => ({
    what: 'The file holds no sound.',
    kept: UNCHANGED,
    todo: 'Choose another file, or record again.'
  }),
  'audio-too-short': ({ durationS, shortestS }) => ({
    what: `The recording is too short${typeof durationS === 'number' ? `: ${numbers.duration(durationS)}` : ''}.`,
    kept: UNCHANGED,
    todo: `Record at least ${numbers.integer(numberOr(shortestS, RECORDING_LIMITS.leastS))} seconds; ten or more are better.`
  }),
  'audio-too-long': ({ maximumS }) => ({
    what: 'The recording is too long.',
    kept: UNCHANGED,
    todo: `Cut it to ${numbers.duration(numberOr(maximumS, RECORDING_LIMITS.mostS))} or less and try again.`
  }),
  'audio-damaged': () => ({
    what: 'The file is damaged: its sound could not be read to the end.',
    kept: UNCHANGED,
    todo: 'Copy it again from where it came from, or record again.'
  }),
  'audio-index-missing': () => ({
    what: 'The file is cut short: it ends before the index that its recorder writes last, so no sound can be taken out of it.',
    kept: UNCHANGED,
    todo: 'Copy it again from where it came from, or record again and let the recorder finish.'
  }),
  'audio-no-track': () => ({
    what: 'The file has no sound track.',
    kept: UNCHANGED,
    todo: 'Choose a file that holds sound.'
  }),
  'audio-rate-unsupported': ({ sampleRate }) => ({
    what: `The file’s sample rate${typeof sampleRate === 'number' ? ` of ${numbers.hertz(sampleRate)}` : ''} cannot be used.`,
    kept: UNCHANGED,
    todo: `Save it with a sample rate between ${numbers.hertz(RECORDING_LIMITS.leastRateHz)} and ${numbers.hertz(RECORDING_LIMITS.mostRateHz)} and try again.`
  }),
  'channel-missing': ({ count }) => ({
    what: `The file has ${count === 1 ? 'one channel only' : `only ${numberOr(count, 1)} channels`}.`,
    kept: UNCHANGED,
    todo: 'Choose one that it has.'
  }),
  'format-unknown': () => ({
    what: 'This is not a sound file that the program knows.',
    kept: UNCHANGED,
    todo: SEND_WAV
  }),
  'format-unsupported': ({ format }) => ({
    what: `This kind of sound file${aside(format)} is not supported.`,
    kept: UNCHANGED,
    todo: PHONE_SETTINGS[String(format)] ?? SEND_WAV
  }),
  'decode-timeout': () => ({
    what: 'Reading the sound took too long and was stopped.',
    kept: UNCHANGED,
    todo: SEND_WAV
  }),
  'decode-crashed': () => ({
    what: 'The part that reads sound files stopped on this file. It has been started again.',
    kept: UNCHANGED,
    todo: 'Try once more. If it happens again the file is probably damaged.'
  }),
  'decode-memory': () => ({
    what: 'Reading this file needed too much memory and was stopped.',
    kept: UNCHANGED,
    todo: 'Cut the recording into shorter pieces and try again.'
  }),
  'file-not-found': ({ path }) => ({
    what: `The file${aside(path)} is not there.`,
    kept: NOTHING_LOST,
    todo: 'Check its name and place, and choose it again.'
  }),
  'file-unreadable': ({ path }) => ({
    what: `The file${aside(path)} could not be read.`,
    kept: UNCHANGED,
    todo: 'Check that you may open it and that its drive is still connected.'
  }),
  'file-name-unreadable': ({ path }) => ({
    what: `The name of the file${aside(path)} is written in an old way that the program cannot read.`,
    kept: UNCHANGED,
    todo: 'Give the file a new name and choose it again.'
  }),
  'file-too-large': ({ bytes, maxBytes }) => ({
    what: `The file is too large${typeof bytes === 'number' ? `: ${numbers.bytes(bytes)}` : ''}.`,
    kept: UNCHANGED,
    todo: `Use a file of at most ${numbers.bytes(numberOr(maxBytes, RECORDING_LIMITS.mostBytes))}, or cut the recording shorter.`
  }),
  'disk-full': () => ({
    what: 'There is no room left on the disk.',
    kept: NOTHING_LOST,
    todo: 'Free some room and try again.'
  }),
  'storage-unwritable': () => ({
    what: 'The program may not write to its own folder.',
    kept: NOTHING_LOST,
    todo: 'Check the permissions of that folder, then try again.'
  }),
  'library-damaged': () => ({
    what: 'The list of recordings could not be read.',
    kept: 'The sound files themselves are still there.',
    todo: 'Start the program again; it makes the list anew from the files.'
  }),
  'library-newer': () => ({
    what: 'The library was made by a newer version of this program.',
    kept: 'All recordings are unchanged.',
    todo: 'Install the newer version again, or choose another data folder.'
  }),
  'library-in-use': () => ({
    what: 'Another OPS Fusion has this library open.',
    kept: NOTHING_LOST,
    todo: 'Close that one first, or choose another data folder.'
  }),
  'recording-not-found': () => ({
    what: 'This recording is no longer in the library.',
    kept: 'All other recordings are unchanged.',
    todo: 'Go back to the library, or take the file in again.'
  }),
  'stethoscope-not-found': () => ({
    what: 'This stethoscope is no longer there.',
    kept: NOTHING_LOST,
    todo: 'Choose another one, or tune it anew.'
  }),
  'stethoscope-damaged': () => ({
    what: 'The file holds no stethoscope that this program could read.',
    kept: UNCHANGED,
    todo: 'Choose a file that was exported here or written by “ops-fusion tune”.'
  }),
  'stethoscope-other-network': ({ name, madeFor, version }) => ({
    what: `The stethoscope${aside(name)} was made for another network${madeFor === undefined ? '' : `, ${madeFor}`}: its scores would be moved wrongly${version === undefined ? '' : `, since ${version} answers here`}.`,
    kept: UNCHANGED,
    todo: 'Tune it anew with the recordings of the same people.'
  }),
  'model-missing': () => ({
    what: 'The network’s file is missing, so nothing can be analysed.',
    kept: NOTHING_LOST,
    todo: 'Install the program again.'
  }),
  'model-damaged': () => ({
    what: 'The network’s file is not the one it should be, so it is not used.',
    kept: NOTHING_LOST,
    todo: 'Install the program again.'
  }),
  cancelled: () => ({
    what: 'You stopped the analysis.',
    kept: 'The recording itself is kept.',
    todo: 'Analyse it again whenever you like.'
  }),
  'busy-port': ({ port }) => ({
    what: `Another program already uses the port${aside(port)}.`,
    kept: NOTHING_LOST,
    todo: 'Close the other program, or choose another port.'
  }),
  'port-not-allowed': ({ port }) => ({
    what: `The system does not let this program use the port${aside(port)}.`,
    kept: NOTHING_LOST,
    todo: 'Choose another port, 1024 or above.'
  }),
  'home-missing': () => ({
    what: 'There is no place for recordings: this user has no home folder.',
    kept: NOTHING_LOST,
    todo: 'Name a folder with --data, or in OPS_FUSION_DATA.'
  }),
  'not-allowed': () => ({
    what: 'The program did not allow this.',
    kept: NOTHING_LOST,
    todo: 'Open the page again from the link that the program printed when it started.'
  }),
  'invalid-request': () => ({
    what: 'The program did not understand what it was asked.',
    kept: NOTHING_LOST,
    todo: 'Load the page again. If it happens once more, tell us what you did.'
  }),
  'host-unreachable': () => ({
    what: 'The program does not answer.',
    kept: 'What it had already stored is kept.',
    todo: 'Check that it is still running, then try again.'
  }),
  internal: () => ({
    what: 'Something went wrong inside the program.',
    kept: NOTHING_LOST,
    todo: 'Try again. If it happens once more, tell us what you did.'
  })
}

export const errors = {
  /** What happened, what was kept, what to do. */
  explain: ({ code, values }: Pick<ErrorReply, 'code' | 'values'>): ErrorWords => sayings[code](values),
  /** The same as one line, for a terminal or a notice. */
  line(error: Pick<ErrorReply, 'code' | 'values'>): string {
    const { what, kept, todo } = sayings[error.code](error.values)
    return `${what} ${kept} ${todo}`
  },
  failedAgain: 'It could not be analysed again. The answer below is the one from before.',
  details: 'For developers'
}
