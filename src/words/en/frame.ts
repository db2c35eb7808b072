import { numbers } from './numbers'
import { recordingLimits } from './recording-limits'

/** What stands around every view: rail, top bar, the place to drop, notices. */
export const frame = {
  product: 'OPS Fusion',
  skipToContent: 'Skip to the answer',
  navigation: 'Main',
  views: {
    analyse: 'Analyse',
    library: 'Library',
    phone: 'Phone',
    accuracy: 'Accuracy',
    system: 'System check',
    settings: 'Settings'
  },
  dropAnywhere: 'Drop a heart sound anywhere',
  dropNow: 'Drop to analyse',
  dropHint: 'Sound files, or a folder of them',
  chooseFile: 'Choose file',
  samples: 'Samples',
  record: 'Record',
  simulator: 'Simulator',
  theme: { label: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' },
  help: 'Keyboard shortcuts',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  loading: 'Loading',
  notices: 'Notices',
  open: 'Open',
  /** Of a phone's recording, while somebody looks at something else. */
  arrived: (name: string): string => `${name} has arrived from a phone.`,
  /** After the number of those that nobody has looked at, for a screen reader. */
  arrivedCount: 'new'
}

const filesLeftOut = (count: number): string =>
  `${numbers.integer(count)} ${numbers.plural(count, { one: 'file', other: 'files' })} left out`

/** Files on their way in, and what becomes of them. */
export const intake = {
  nothing: 'There was no file in what you dropped.',
  /** Of a folder's files, by their names. */
  leftOut: (count: number): string =>
    `${filesLeftOut(count)}: ${numbers.plural(count, { one: 'its name says that it is', other: 'their names say that they are' })} no sound.`,
  /** Of a file that was sent while somebody went on to look at something else. */
  taken: (name: string): string => `${name} is in the library.`,
  progress: (done: number, total: number, leftOut: number): string =>
    `${numbers.integer(done)} of ${numbers.integer(total)} analysed${leftOut > 0 ? ` · ${filesLeftOut(leftOut)}` : ''}`,
  over: (analysed: number, failed: number, leftOut: number): string => {
    const parts = [`${numbers.integer(analysed)} analysed`]
    if (failed > 0) parts.push(`${numbers.integer(failed)} not analysed`)
    if (leftOut > 0) parts.push(filesLeftOut(leftOut))
    return `${parts.join(', ')}.`
  }
}

/** The empty start. */
export const start = {
  title: 'Look at a heart sound',
  lead: 'Drop a recording here, and see what a small neural network makes of it.',
  formats: `${recordingLimits.formats}, ${recordingLimits.length}. Nothing leaves this computer.`,
  or: 'or start with a real recording',
  sampleHint: 'Guess how it is labelled before you are told.',
  record: 'Record with a phone',
  recordHint: 'It comes here over your own network: no account, no internet, nothing to install.',
  pairedWith: (phones: readonly string[]): string => `Paired: ${numbers.list([...phones])}.`,
  aboutPairing: 'Steps, other addresses and paired phones',
  recent: 'Recent',
  openLibrary: 'Open the library'
}

/** Shortcuts, as the help dialog lists them. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  open: 'Choose a file',
  play: 'Play or pause',
  back: 'Back one second',
  forward: 'Forward one second',
  home: 'To the beginning',
  end: 'To the end',
  loop: 'Loop the selected span, or all',
  clear: 'Clear the selection',
  zoom: 'Zoom in or out',
  fit: 'Show the whole recording',
  taller: 'Make the waveform taller',
  flatter: 'Make it flatter',
  evidence: 'Show or hide where the answer comes from',
  question: 'Where the answer or the murmur comes from',
  beats: 'Show or hide the heart sounds',
  press: 'Press the button that has the focus',
  help: 'Show this list',
  keys: {
    control: 'Ctrl',
    command: '⌘',
    space: 'Space',
    enter: 'Enter',
    left: '←',
    right: '→',
    home: 'Home',
    end: 'End',
    escape: 'Esc',
    shift: 'Shift'
  }
}
