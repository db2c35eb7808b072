import type { Finding } from '../../core/analysis'
import { cycle } from './cycle'
import { LONG_ENOUGH_S } from './limits'
import { numbers } from './numbers'
import { quality } from './quality'

/** What one finding has to say under each heading; a heading it has nothing to say under is left out. */
export interface FindingWords {
  measured: string
  meaning?: string
  todo?: string
  limit?: string
}

type FindingOf<Code extends Finding['code']> = Extract<Finding, { code: Code }>
/** @param durationS of the recording, so that the advice fits it */
type Sayings = { [Code in Finding['code']]: (finding: FindingOf<Code>, durationS: number) => FindingWords }

const RATE_MEANINGS: Record<FindingOf<'heart-rate'>['range'], string> = {
  slow: 'The rate is lower than is usual for an adult at rest. Sleep, training and some medicines slow the heart, too.',
  usual: 'The rate is within what is usual for an adult at rest.',
  fast: 'The rate is higher than is usual for an adult at rest. Movement, excitement and fever quicken the heart; children’s hearts beat faster anyway.'
}

/** `2 beats early, 1 late`. */
function irregular(early: number, late: number): string {
  const beats = (count: number) => `${numbers.integer(count)} ${numbers.plural(count, { one: 'beat', other: 'beats' })}`
  if (late === 0) return `${beats(early)} early`
  return early === 0 ? `${beats(late)} late` : `${beats(early)} early, ${numbers.integer(late)} late`
}

/** One entry a finding: it says what was measured, and nothing that was not. */
const sayings: Sayings = {
  'cut-short': ({ durationS }) => ({
    measured: `The file is cut short: it ends before its sound does. The ${numbers.duration(durationS)} that are there were analysed.`,
    todo: 'Copy the file again from where it came from: the whole recording says more than its beginning.'
  }),
  'part-left-out': ({ durationS }) => ({
    measured: `The file holds more than one recording. The first ${numbers.duration(durationS)} were analysed; what follows is of another kind and was left out.`,
    todo: 'Save what follows as a file of its own to analyse it, too.'
  }),
  muted: ({ durationS }) => ({
    measured: `In ${numbers.decimal(durationS, 2)}\u00a0s of the file there were no numbers where sound should be. These stretches were made silent.`,
    todo: 'Look at the program that wrote the file: it left gaps.'
  }),
  'heart-rate': ({ valueBpm, range }) => ({
    measured: `The heart beats about ${numbers.integer(valueBpm)} times a minute.`,
    meaning: RATE_MEANINGS[range],
    limit: 'The rate comes from the beats that the network hears. It is an estimate that nobody checked.'
  }),
  'heart-rate-unclear': ({ beats }, durationS) => ({
    measured: beats
      ? `The network hears ${numbers.integer(beats.count)} ${numbers.plural(beats.count, { one: 'beat', other: 'beats' })} and is ${numbers.percent(beats.sureness)} sure of what it hears: too few or too unsure for a heart rate.`
      : 'No steady beat stands out, so no heart rate is given.',
    meaning: 'Noise, movement and a very soft heart sound all look like this, and so does a recording of few beats.',
    todo:
      durationS < LONG_ENOUGH_S
        ? 'For a heart rate, record ten seconds or more without moving the microphone.'
        : 'For a heart rate, record again in a quieter room, without moving the microphone.'
  }),
  rhythm: ({ rrS, variationS, early, late, firstS }) => ({
    measured: `From one beat to the next it takes ${cycle.milliseconds(rrS)}; that changes by ${cycle.milliseconds(variationS)} from beat to beat.${
      firstS === null
        ? ''
        : ` Irregular here: ${irregular(early, late)}, the first at ${numbers.decimal(firstS, 1)}\u00a0s.`
    }`,
    ...(firstS !== null && {
      meaning:
        'A beat that comes early or late can be the heart’s own, a movement that hid a sound, or a slip of the network. It does not say which.',
      todo: `Listen to the beats around ${numbers.decimal(firstS, 1)}\u00a0s.`
    })
  }),
  'murmur-in-time': ({ phase, timing, aboveQuietDb, besideS1Db, highestHz }) => ({
    measured: `Between the sounds it is loudest ${cycle.inTime(phase, timing)}: ${numbers.decibels(aboveQuietDb)} above the quietest part of the beat and ${numbers.decibels(besideS1Db)} beside S1${
      highestHz === null ? '' : `, up to about ${numbers.hertz(highestHz)}`
    }.`,
    limit:
      'When in the beat a murmur sounds is told from its loudness alone, and experts often put it elsewhere; how loud it is says little of its grade.'
  }),
  'windows-agree': ({ agreeing, count }) => ({
    measured: `${numbers.integer(agreeing)} of ${numbers.integer(count)} ${numbers.plural(count, { one: 'window', other: 'windows' })} of five seconds ${numbers.plural(agreeing, { one: 'points', other: 'point' })} the same way as the answer.`,
    meaning:
      agreeing === count
        ? 'The windows agree: the recording is the same throughout.'
        : 'The windows differ: the recording is not the same throughout.'
  }),
  'strongest-span': ({ startS, endS, side }) => ({
    measured: `The sound between ${numbers.decimal(startS, 1)} and ${numbers.decimal(endS, 1)}\u00a0s pulls most towards ${side}.`,
    meaning: 'The stretch that pulls most is what the network went by most. It does not say what the sound is.',
    todo: `Listen to the stretch from ${numbers.decimal(startS, 1)} to ${numbers.decimal(endS, 1)}\u00a0s at half speed.`
  }),
  'unusable-windows': ({ unusable, count }) => ({
    measured: `${numbers.integer(unusable)} of ${numbers.integer(count)} windows did not sound like a heart and ${numbers.plural(unusable, { one: 'was', other: 'were' })} left out.`,
    todo: 'Keep still, stop talking and hold the microphone firmly to lose fewer windows.'
  }),
  'repeated-to-fill': ({ durationS }) => ({
    measured: `The recording is ${numbers.decimal(durationS, 1)}\u00a0s long. It was repeated to fill the five seconds the network needs.`,
    todo: 'Record ten seconds or more: a short recording says less than a long one.'
  }),
  clipped: ({ fraction }) => ({
    measured: `${numbers.percent(fraction, 1)} of the sound is cut off at its loudest.`,
    meaning: 'Overdriven sound has overtones that the heart did not make.',
    todo: 'Lower the recording level and record again.'
  }),
  quiet: ({ levelDb }) => ({
    measured: `The recording is quiet: ${numbers.decibels(levelDb)} relative to full scale.`,
    meaning: 'The noise of the device itself may be nearly as loud as the heart.',
    todo: 'Press the microphone a little closer, or raise the recording level.'
  }),
  bandwidth: ({ lacksTreble, ...heard }) => ({
    measured: `Sound is heard from ${quality.heard(heard)}.`,
    ...(lacksTreble && { meaning: 'The treble is missing, and with it much of what tells a murmur from none.' })
  }),
  'unlike-training': ({ distance, usual }) => ({
    measured: `This recording is unlike those the network learned from: ${numbers.decimal(distance, 2)} away, where ${numbers.decimal(usual, 2)} is usual.`,
    limit: 'The network learned from stethoscopes and microphones of research studies, and knows no others.'
  })
}

/** What a finding says. */
export function findings(finding: Finding, durationS: number): FindingWords {
  // The one place where the map's keys and the union's codes meet: each entry takes exactly its own finding.
  const say = sayings[finding.code] as (finding: Finding, durationS: number) => FindingWords
  return say(finding, durationS)
}
