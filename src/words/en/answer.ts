import type { Answer, CannotTellReason, Outcome } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import type { OperatingPointName } from '../../core/model-card'
import { FEWEST_PER_100 } from '../../core/similar'
import { LONG_ENOUGH_S } from './limits'
import { model } from './model'
import { numbers } from './numbers'

const OUTCOMES: Record<Outcome, string> = {
  'normal-like': 'Normal-like',
  'abnormal-like': 'Abnormal-like',
  'cannot-tell': 'Cannot tell'
}

/** What the outcome is, never what it is not. */
const MEANINGS: Record<Exclude<Outcome, 'cannot-tell'>, string> = {
  'normal-like': 'Sounds similar to recordings labelled normal in the research data.',
  'abnormal-like': 'Sounds similar to recordings labelled abnormal in the research data.'
}

/** Why there is no answer. */
const REASONS: Record<CannotTellReason, { short: string; long: string }> = {
  silent: {
    short: 'the recording is too quiet',
    long: 'There is almost no sound in this recording, so there is nothing to compare.'
  },
  clipped: {
    short: 'the recording is overdriven',
    long: 'Much of the sound is cut off at the top and bottom, which changes it too much to compare.'
  },
  'no-heart-sound': {
    short: 'no heart sound was heard',
    long: 'Most of this recording does not sound like a heart to the network.'
  },
  'no-beat': {
    short: 'no steady beat was found',
    long: 'No steady beat stands out from the rest of the sound.'
  },
  'unlike-training': {
    short: 'the recording is unlike those the network learned from',
    long: 'This recording is unlike those the network learned from, so its answer would not be worth much.'
  },
  between: {
    short: 'the score lies between the two groups',
    long: 'The score lies in the middle, where testing found both kinds of recording.'
  }
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
  'unlike-training': () => 'Try another device, or send a file that has not been filtered or compressed.',
  between: (isLong) =>
    isLong
      ? 'Record again at another place on the chest, and compare.'
      : 'Record ten seconds or more, also at another place on the chest, and compare.'
}

type Frequency = Pick<Answer, 'similar' | 'baseRate'>

/** `of 100 test recordings …, about 78 were labelled abnormal`, or the bare counts where they are few. */
function frequencyClause({ count, abnormal }: Answer['similar']): string {
  if (count === 0) return 'no test recording had a similar score'
  if (count < FEWEST_PER_100 || abnormal === 0 || abnormal === count) {
    const many =
      abnormal === 0
        ? 'none was'
        : abnormal === count
          ? 'all were'
          : `${numbers.integer(abnormal)} ${numbers.plural(abnormal, { one: 'was', other: 'were' })}`
    return `of ${numbers.integer(count)} test ${numbers.plural(count, { one: 'recording', other: 'recordings' })} with a similar score, ${many} labelled abnormal`
  }
  return `of 100 test recordings with a similar score, ${per100(abnormal / count)} labelled abnormal`
}

function per100(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 0) return 'fewer than 1 was'
  if (rounded === 100) return 'more than 99 were'
  return `about ${rounded} ${numbers.plural(rounded, { one: 'was', other: 'were' })}`
}

/** Distance from the cannot-tell band in thirds: a coarse word, since the measure is coarse. */
function certaintyLevel(certainty: number): 'low' | 'moderate' | 'high' {
  if (certainty >= 2 / 3) return 'high'
  return certainty >= 1 / 3 ? 'moderate' : 'low'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Words for the answer itself: the same in the window, on the phone, in the report and in the terminal. */
export const answer = {
  outcome: (outcome: Outcome): string => OUTCOMES[outcome],
  /** One sentence under the outcome. */
  meaning: ({ outcome, reason }: Pick<Answer, 'outcome' | 'reason'>): string =>
    outcome === 'cannot-tell' ? REASONS[reason ?? 'between'].long : MEANINGS[outcome],
  /** For which purpose the line between the answers was drawn. */
  purpose: (point: OperatingPointName): string => `Purpose: ${model.operatingPoint(point).title}`,
  /** Where another purpose is chosen by now. */
  otherPurpose: (now: OperatingPointName): string =>
    `Now the purpose is ${model.operatingPoint(now).title}, which draws the line elsewhere: the same score may get another answer.`,
  reason: (reason: CannotTellReason): { short: string; long: string } => REASONS[reason],
  /** What to do where there is no answer, said with the answer and nowhere else. */
  mend: (reason: CannotTellReason, durationS: number): string => MENDS[reason](durationS >= LONG_ENOUGH_S),
  /** With how many recordings it rests on. */
  frequency: ({ similar }: Frequency): string => {
    const said = capital(frequencyClause(similar))
    return similar.count < FEWEST_PER_100
      ? `${said}.`
      : `${said}, going by the ${numbers.integer(similar.count)} whose scores lie nearest.`
  },
  /** Never shown without {@link answer.frequency}, nor that without this. */
  baseRate: ({ baseRate }: Frequency): string =>
    `In the whole test ${Math.round(baseRate * 100)} of 100 were; among people at large far fewer would be.`,
  certaintyLevel,
  certainty: ({ outcome, certainty }: Pick<Answer, 'outcome' | 'certainty'>): string =>
    outcome === 'cannot-tell' ? 'No certainty either way' : `${capital(certaintyLevel(certainty))} certainty`,
  certaintyExplained:
    'Certainty is how far the score lies from the cannot-tell band. It is not the chance of being right.',
  /** Outcome, certainty and natural frequency in one breath: for a screen reader, a terminal, a notification. */
  sentence(said: Answer): string {
    if (said.outcome === 'cannot-tell') {
      const also = refusalOf(said) === null ? `; ${frequencyClause(said.similar)}` : ''
      return `Cannot tell: ${REASONS[said.reason ?? 'between'].short}${also}.`
    }
    return `${OUTCOMES[said.outcome]}, with ${certaintyLevel(said.certainty)} certainty: ${frequencyClause(said.similar)}.`
  },
  /** What a normal-like answer must always say. */
  doNotReassure:
    'A normal-like answer rules nothing out. The network compares sounds, misses some, and knows nothing of how you feel: symptoms count more than this answer.',
  abnormalIsNoFinding:
    'An abnormal-like answer names no cause. Noise, another device or another place on the chest can bring it about as well as the heart, and where few hearts are labelled abnormal most such answers are wrong.',
  /** Stands under every answer, on every door. */
  fixedLine:
    'Experimental, for learning and research. Not a medical device. If you feel unwell, talk to a health professional; in an emergency call your local number.'
}
