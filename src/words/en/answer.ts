import type { Answer, CannotTellReason, Outcome } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import type { Bandwidth } from '../../core/bandwidth'
import type { OperatingPointName } from '../../core/model-card'
import { capital, frequencyClause, frequencySentence } from './frequency'
import { LONG_ENOUGH_S } from './limits'
import { model } from './model'
import { numbers } from './numbers'

const OUTCOMES: Record<Outcome, string> = {
  'normal-like': 'Normal-like',
  'abnormal-like': 'Abnormal-like',
  'cannot-tell': 'Cannot tell'
}

/** What the outcome is, never what it is not: the labels are of the person, not of what can be heard. */
const MEANINGS: Record<Exclude<Outcome, 'cannot-tell'>, string> = {
  'normal-like': 'Sounds like recordings labelled normal by examination.',
  'abnormal-like': 'Sounds like recordings labelled abnormal by examination.'
}

/** Why there is no answer, within a sentence. */
const REASONS: Record<CannotTellReason, string> = {
  silent: 'the recording is too quiet',
  clipped: 'the recording is overdriven',
  'no-heart-sound': 'no heart sound was heard',
  'no-beat': 'no clear beat was found',
  'treble-missing': 'the treble is missing',
  'unlike-training': 'the recording is unlike those the network learned from',
  between: 'the score lies between the two groups'
}

/** The same in a sentence of its own; `heard` where it was measured from where to where there is sound. */
const EXPLAINED: Record<CannotTellReason, (heard?: Bandwidth) => string> = {
  silent: () => 'There is almost no sound in this recording, so there is nothing to compare.',
  clipped: () => 'Much of the sound is cut off at the top and bottom, which changes it too much to compare.',
  'no-heart-sound': () => 'Most of this recording does not sound like a heart to the network.',
  'no-beat': () => 'No heartbeat stands out from the rest of the sound.',
  'treble-missing': (heard) =>
    `${heard ? `Nothing above ${numbers.hertz(Math.round(heard.highHz))}` : 'No treble'} is heard: recorded in bell mode or at a low rate? Without treble the score says little.`,
  'unlike-training': () =>
    'This recording is unlike those the network learned from, so its answer would not be worth much.',
  between: () => 'The score lies in the middle, where testing found both kinds.'
}

/** What makes an answer more likely next time; `isLong` where the recording had ten seconds or more already. */
const MENDS: Record<CannotTellReason, (isLong: boolean) => string> = {
  silent: () => 'Check that the right microphone was used, press it a little closer, and record again.',
  clipped: () => 'Lower the recording level or the pressure on the chest piece, and record again.',
  'no-heart-sound': () => 'Move the microphone to another place on the chest, keep still and quiet, and record again.',
  'no-beat': (isLong) =>
    isLong
      ? 'Record again in a quiet room, without moving the microphone.'
      : 'Record at least ten seconds in a quiet room, without moving the microphone.',
  'treble-missing': () => 'Record in diaphragm mode at 4\u00a0kHz or more, and export without filters.',
  'unlike-training': () => 'Analyse it again: such a recording gets an answer now, with a word of caution.',
  between: (isLong) =>
    isLong
      ? 'Record again at another place on the chest, and compare.'
      : 'Record ten seconds or more, also at another place, and compare.'
}

type Frequency = Pick<Answer, 'similar' | 'baseRate'>

const FOUND = { one: 'was labelled abnormal', other: 'were labelled abnormal' }

const foundOf = ({ similar: { count, abnormal } }: Pick<Answer, 'similar'>) => ({ count, found: abnormal })

/** Distance from the cannot-tell band in thirds: a coarse word, since the measure is coarse. */
function certaintyLevel(certainty: number): 'low' | 'moderate' | 'high' {
  if (certainty >= 2 / 3) return 'high'
  return certainty >= 1 / 3 ? 'moderate' : 'low'
}

/** Words for the answer itself: the same in the window, on the phone, in the report and in the terminal. */
export const answer = {
  outcome: (outcome: Outcome): string => OUTCOMES[outcome],
  /** What stands under the outcome. @param heard where the recording's bandwidth was measured */
  meaning: ({ outcome, reason }: Pick<Answer, 'outcome' | 'reason'>, heard?: Bandwidth): string =>
    outcome === 'cannot-tell' ? EXPLAINED[reason ?? 'between'](heard) : MEANINGS[outcome],
  /** For which purpose the line between the answers was drawn. */
  purpose: (point: OperatingPointName): string => `Purpose: ${model.operatingPoint(point).title}`,
  /** Where another purpose is chosen by now. */
  otherPurpose: (now: OperatingPointName): string =>
    `Now the purpose is ${model.operatingPoint(now).title}, which draws the line elsewhere: the same score may get another answer.`,
  /** Why there is no answer, within a sentence. */
  reason: (reason: CannotTellReason): string => REASONS[reason],
  /** What to do where there is no answer, said with the answer and nowhere else. */
  mend: (reason: CannotTellReason, durationS: number): string => MENDS[reason](durationS >= LONG_ENOUGH_S),
  /** With how many recordings it rests on. */
  frequency: (said: Frequency): string => frequencySentence(foundOf(said), FOUND),
  /** What the frequency is counted by. Never shown without {@link answer.frequency}, nor that without this. */
  baseRate: ({ baseRate }: Frequency): string =>
    `Counted as if ${Math.round(baseRate * 100)} of 100 were abnormal; at large far fewer.`,
  certaintyLevel,
  certainty: ({ outcome, certainty }: Pick<Answer, 'outcome' | 'certainty'>): string =>
    outcome === 'cannot-tell' ? 'No certainty either way' : `${capital(certaintyLevel(certainty))} certainty`,
  certaintyExplained:
    'Certainty is how far the score lies from the cannot-tell band. It is not the chance of being right.',
  /** Outcome, certainty and natural frequency in one breath. */
  sentence(said: Answer): string {
    if (said.outcome === 'cannot-tell') {
      const also = refusalOf(said) === null ? `; ${frequencyClause(foundOf(said), FOUND)}` : ''
      return `Cannot tell: ${REASONS[said.reason ?? 'between']}${also}.`
    }
    return `${OUTCOMES[said.outcome]}, with ${certaintyLevel(said.certainty)} certainty: ${frequencyClause(foundOf(said), FOUND)}.`
  },
  /** Beside an answer, where another device or room may have made it. */
  unlikeTraining:
    'This recording is unlike those the network learned from, by its device, filter or room: the answer counts for less.',
  /** What a normal-like answer must always say. */
  doNotReassure:
    'A normal-like answer rules nothing out. The network compares sounds, misses some, and knows nothing of how you feel: symptoms count more than this answer.',
  abnormalIsNoFinding:
    'An abnormal-like answer names no cause. Noise, another device or another place on the chest can bring it about as well as the heart, and where few hearts are labelled abnormal most such answers are wrong.',
  /** Stands under every answer, on every door. */
  fixedLine:
    'Experimental, for learning and research. Not a medical device. If you feel unwell, talk to a health professional; in an emergency call your local number.'
}
