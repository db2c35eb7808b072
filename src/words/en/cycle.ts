import type { MurmurInTime } from '../../core/cycle/murmur-in-time'
import type { Rhythm } from '../../core/cycle/rhythm'
import { numbers } from './numbers'

const milliseconds = (seconds: number): string => `${numbers.integer(1000 * seconds)}\u00a0ms`

/** The beat itself: rhythm, and all beats laid over each other. */
export const cycle = {
  title: 'The beat',
  averaged: 'Averaged beat',
  milliseconds,
  /** Along the picture. */
  fromS1: 'ms from S1',
  loudness: 'Loudness, 40 dB from top to bottom',
  parts: { s1: 'S1', systole: 'systole', s2: 'S2', diastole: 'diastole' },
  /** When in the beat something sounds. */
  inTime: (phase: MurmurInTime['phase'], timing: MurmurInTime['timing']): string =>
    timing === 'holo' ? `throughout ${phase}` : `${timing} in ${phase}`,
  madeOf: (used: number, leftOut: number): string =>
    `The mean of ${numbers.integer(used)} beats laid over each other on S1${leftOut > 0 ? `; ${numbers.integer(leftOut)} that ${numbers.plural(leftOut, { one: 'differs', other: 'differ' })} too much ${numbers.plural(leftOut, { one: 'is', other: 'are' })} left out` : ''}. Eight in ten beats lie within the band.`,
  description: (used: number): string => `Loudness over one beat, the mean of ${numbers.integer(used)}.`,
  none: 'There is no averaged beat: fewer than three beats are like each other.',
  hearUnlike: 'Hear the beat that differs most',
  rhythm: 'From beat to beat',
  summary: ({ rrS, variationS }: Pick<Rhythm, 'rrS' | 'variationS'>): string =>
    variationS === null
      ? `usually ${milliseconds(rrS)}`
      : `usually ${milliseconds(rrS)}, changing by ${milliseconds(variationS)}`,
  how: { early: 'early', late: 'late', usual: '' },
  dot: (atS: number, rrS: number, how: string): string =>
    `${numbers.decimal(atS, 1)}\u00a0s: ${milliseconds(rrS)}${how ? `, ${how}` : ''}`,
  noRhythm: 'Too few beats follow on each other to tell how evenly they come.',
  /** The table of the beats. */
  table: 'All beats',
  columns: { beat: 'Beat', s1: 'S1 at', systole: 'S1 to S2', rr: 'To the next', sureness: 'Sure' },
  unknown: '–',
  hear: (beat: number): string => `Hear beat ${numbers.integer(beat)}`,
  copy: 'Copy as CSV',
  copied: 'The beats are on the clipboard.',
  notCopied: 'The clipboard could not be reached.'
}
