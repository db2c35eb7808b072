import type { CannotTellReason, Question } from '../../core/analysis'
import { answer } from './answer'
import { gauge } from './gauge'
import { numbers } from './numbers'

/** The sound and its pictures. */
export const player = {
  title: 'Sound',
  play: 'Play',
  pause: 'Pause',
  loop: 'Loop',
  clearSpan: 'Clear selection',
  speed: 'Speed',
  /** `0.5×` */
  rate: (rate: number): string => `${rate}×`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomFit: 'Whole recording',
  taller: 'Taller waveform',
  flatter: 'Flatter waveform',
  /** `×4`: how many times taller than it fits. */
  gain: (times: number): string => `×${times}`,
  position: (nowS: number, endS: number): string => `${numbers.clock(nowS)} / ${numbers.clock(endS)}`,
  positionSpoken: (nowS: number, endS: number): string =>
    `${numbers.decimal(nowS, 1)} of ${numbers.decimal(endS, 1)} seconds`,
  span: (startS: number, endS: number): string => `${numbers.decimal(startS, 1)}–${numbers.decimal(endS, 1)}\u00a0s`,
  cannotPlay: 'This sound cannot be played here. The pictures and the numbers are still right.',
  noPicture: 'The picture could not be loaded.',
  keyboard: 'Arrow keys move by a second, Space plays, L loops, F shows the whole recording.'
}

/** Where the score went; `moved` where the recording has no answer, so that nothing takes a side. */
type Move = 'up' | 'down' | 'moved' | 'same'

const sideOf: Record<Question, Record<Exclude<Move, 'same'>, string>> = {
  abnormal: { up: ': that part spoke for normal-like', down: ': that part spoke for abnormal-like', moved: '' },
  murmur: { up: ': that part spoke against a murmur', down: ': that part spoke for a murmur', moved: '' }
}
const scoreOf: Record<Question, string> = { abnormal: 'the score', murmur: 'the murmur score' }

/** What the answer would be without a part of the sound: an explanation that the ear can check. */
export const leaveOut = {
  button: 'Leave out',
  span: (startS: number, endS: number): string => `${numbers.decimal(startS, 1)} to ${numbers.decimal(endS, 1)} s`,
  band: (lowHz: number, highHz: number): string => `${numbers.integer(lowHz)} to ${numbers.integer(highHz)} Hz`,
  working: (part: string): string => `Asking the network again without ${part}`,
  result: (part: string, before: number, after: number, move: Move, question: Question): string =>
    move === 'same'
      ? `Without ${part} ${scoreOf[question]} stays at ${gauge.score(after)}.`
      : `Without ${part} ${scoreOf[question]} is ${gauge.score(after)} instead of ${gauge.score(before)}${sideOf[question][move]}.`,
  /** What is left is no heart sound to the network, or the like: its score says nothing of the part. */
  refused: (part: string, reason: CannotTellReason): string =>
    `Without ${part} there is no answer: ${answer.reason(reason)}. So the score says nothing about that part.`,
  /** Beside a part in the menu. */
  pulledMost: 'pulled most',
  /** @param before what the answer is called, and after */
  outcome: (before: string, after: string): string =>
    before === after ? `The answer stays: ${after}.` : `The answer would be: ${after}.`,
  hear: 'Hear the rest',
  stop: 'Stop',
  limit: 'The network never learned from sound with holes in it, so this is a hint, not a proof.'
}

/** What the evidence of each question pulls towards. */
const ENDS: Record<Question, { up: string; down: string }> = {
  abnormal: { up: gauge.abnormalEnd, down: gauge.normalEnd },
  murmur: { up: 'a murmur', down: 'none' }
}

const evidenceOf = (question: Question): string =>
  `What pulled the answer: up towards ${ENDS[question].up}, down towards ${ENDS[question].down}`
const OUTLINE = 'Outlined: where half of all pull on the answer comes from'

/** What the lines and curves show to those who do not see them. */
function pulledMost(parts: readonly string[]): string {
  return parts.length === 0 ? '' : ` What pulled most towards the answer: ${numbers.list(parts)}.`
}

/** The log-mel spectrogram and what is drawn on it. */
export const picture = {
  /** One strip of several, on paper. */
  strip: (fromS: number, toS: number): string => `Seconds ${numbers.decimal(fromS, 1)} to ${numbers.decimal(toS, 1)}`,
  waveformColumns: 'Waveform, from the lowest to the highest sample of every 5 ms',
  waveformSamples: 'Waveform, sample by sample',
  title: 'Log-mel spectrogram, as the network saw it',
  fineTitle: 'Spectrogram of the sound itself, finer than what the network saw',
  showFine: 'Show a finer one',
  showNetworks: 'Show what the network saw',
  noSamples: 'Analyse this recording again to look at every sample: it was analysed before samples were kept.',
  closer: 'Zoom in for every sample and a finer spectrogram',
  group: 'Waveform and spectrogram',
  frequency: 'Hz',
  seconds: 's',
  level: 'dB',
  levelLong: 'dB relative to full scale',
  floor: (rangeDb: number): string => `clipped ${numbers.integer(rangeDb)} dB below the loudest`,
  cursor: (timeS: number, hertz: number, decibels: number): string =>
    `${numbers.decimal(timeS, 2)}\u00a0s · ${numbers.integer(hertz)}\u00a0Hz · ${numbers.decimal(decibels, 1)}\u00a0dB`,
  /** What the place under the pointer brings to the answer, -1 to 1 of the strongest in the recording. */
  cursorPull: (share: number, question: Question): string =>
    Math.round(100 * share) === 0
      ? 'no pull'
      : `pull ${numbers.percent(Math.abs(share))} of the strongest, towards ${ENDS[question][share > 0 ? 'up' : 'down']}`,
  cursorIdle: 'Point to read · click to go there · drag to select',
  tick: (value: number, digits: number): string => numbers.decimal(value, digits),
  hertz: (value: number): string => numbers.integer(value),
  description: (durationS: number, lowHz: number, highHz: number, topDb: number): string =>
    `Spectrogram of ${numbers.decimal(durationS, 1)} seconds from ${numbers.integer(lowHz)} to ${numbers.integer(highHz)} hertz; the loudest point is at ${numbers.decimal(topDb, 1)} decibels relative to full scale.`,
  evidence: 'Evidence',
  evidenceLong: evidenceOf,
  evidenceDescription: (parts: readonly string[], question: Question): string =>
    `${evidenceOf(question)}.${pulledMost(parts)}`,
  showEvidence: 'Evidence',
  /** Where the evidence of the other question can be seen instead. */
  showFor: { abnormal: 'Show it for the first answer', murmur: 'Show it for the murmur' } satisfies Record<
    Question,
    string
  >,
  ends: (question: Question): { up: string; down: string } => ENDS[question],
  s1: 'S1',
  s2: 'S2',
  showBeats: 'Heart sounds',
  beatsLong:
    'First and second heart sound, where the network hears them. An estimate that nobody checked; beats it is not sure of are left out.',
  noBeats: 'No heart sounds are marked: the network is not sure enough where they are.',
  beatsDescription: (count: number, { systoleS, diastoleS }: { systoleS: number; diastoleS: number | null }): string =>
    [
      `The first and second sound of ${numbers.integer(count)} beats are marked, as the network estimates them.`,
      `From the first to the second it takes about ${numbers.decimal(systoleS, 2)} seconds.`,
      ...(diastoleS === null ? [] : [`From there to the next beat about ${numbers.decimal(diastoleS, 2)} seconds.`])
    ].join(' '),
  outlineLong: OUTLINE,
  outlineDescription: (parts: readonly string[]): string => `${OUTLINE}.${pulledMost(parts)}`,
  noOutline:
    'Analyse this recording again to see on the picture where the answer comes from: it was analysed before the network could tell.'
}
